#include "core/client/transfer.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::client {

using tests::eventually;
using tests::FakeHub;

class ATransfer : public ::testing::Test {
protected:
    [[nodiscard]] QUrl url(const QString& path) const {
        return QUrl(hub.address().toString() + QStringLiteral("/api/v1") + path);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("show.mp4")); }

    FakeHub hub;
    QTemporaryDir folder;
    Transfer transfer;
    QSignalSpy finished{&transfer, &Transfer::finished};
};

TEST_F(ATransfer, FetchesAFileWhole) {
    const std::string film(300'000, 'f');
    hub.answer("GET /download.mp4", {200, film});
    transfer.download(url(QStringLiteral("/download.mp4")), path());
    ASSERT_TRUE(finished.wait(5000));
    EXPECT_EQ(finished.front().front().toString(), QString());
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(), film);
}

TEST_F(ATransfer, PutsBytesInTheNameOfASession) {
    QSignalSpy progressed(&transfer, &Transfer::progressed);
    hub.answer("PUT /channels/anna/avatar", {200, "{}"});
    transfer.put(url(QStringLiteral("/channels/anna/avatar")), QByteArray(40'000, 'p'), Secret("t-1"));
    ASSERT_TRUE(finished.wait(5000));
    EXPECT_EQ(finished.front().front().toString(), QString());
    EXPECT_EQ(hub.requests().back().authorization, "Bearer t-1");
    EXPECT_EQ(hub.requests().back().body, std::string(40'000, 'p'));
    ASSERT_FALSE(progressed.isEmpty());
    EXPECT_EQ(progressed.back()[1].toLongLong(), 40'000);
}

TEST_F(ATransfer, LeavesNothingBehindWhereTheRelayRefuses) {
    wire::Problem problem;
    problem.status = 403;
    problem.code = "token.expired";
    problem.detail = "This link is too old.";
    hub.answer("GET /download.mp4", {403, wire::toJson(problem)});
    transfer.download(url(QStringLiteral("/download.mp4")), path());
    ASSERT_TRUE(finished.wait(5000));
    EXPECT_EQ(finished.front().front().toString(), QStringLiteral("This link is too old."));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(ATransfer, SaysThatTheFileCannotBeWritten) {
    transfer.download(url(QStringLiteral("/download.mp4")), folder.filePath(QStringLiteral("none/show.mp4")));
    ASSERT_EQ(finished.size(), 1);
    EXPECT_TRUE(finished.front().front().toString().contains(QStringLiteral("cannot be written")));
}

TEST_F(ATransfer, SendsAFileAsItIs) {
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(200'000, 'x'));
    file.close();
    hub.answer("POST /fill?token=t", {204, ""});
    QSignalSpy progressed(&transfer, &Transfer::progressed);
    transfer.upload(url(QStringLiteral("/fill?token=t")), path());
    ASSERT_TRUE(finished.wait(5000));
    EXPECT_EQ(finished.front().front().toString(), QString());
    EXPECT_EQ(hub.requests().back().body.size(), 200'000U);
    EXPECT_FALSE(progressed.isEmpty());
}

TEST_F(ATransfer, IsSilentOnceItIsCancelled) {
    hub.answer("GET /download.mp4", {200, std::string(300'000, 'f')});
    transfer.download(url(QStringLiteral("/download.mp4")), path());
    transfer.cancel();
    EXPECT_FALSE(finished.wait(200));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace footlight::client
