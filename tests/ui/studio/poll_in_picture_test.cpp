#include "ui/studio/poll_in_picture.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "core/base/clock.h"
#include "tests/ui/studio/fake_engine.h"
#include "ui/audience/audience.h"

namespace footlight::studio {
namespace {

class PollsInThePicture : public testing::Test {
protected:
    PollsInThePicture() {
        capture::Property file;
        file.name = "file";
        file.value = std::string();
        engine.propertyList = {file};
        audience.link.enter(QStringLiteral("anna"));
    }
    void tell(std::int64_t votes, bool isOpen = true) {
        poll.question = "Tea?";
        poll.options = {{"Yes", votes}, {"No", 1}};
        poll.endsAt = clock.utcNow() + std::chrono::minutes(1);
        poll.open = isOpen;
        Q_EMIT relay.live().pollChanged({"anna", poll});
    }
    static bool comes(const PollInPicture& picture) {
        return QTest::qWaitFor([&] { return picture.isShown(); }, kLong);
    }
    QString file() {
        return QString::fromStdString(std::get<std::string>(engine.propertyList.front().value));
    }

    static constexpr int kLong = 30'000;
    SystemClock clock;
    client::RelayClient relay{clock};
    audience::Audience audience{relay};
    FakeEngine engine;
    wire::Poll poll{PollId::make(utcFromMilliseconds(1)), {}, {}, {}, {}, {}};
};

TEST_F(PollsInThePicture, AreAnImageOnTopThatKeepsUpWithTheVotes) {
    PollInPicture picture(audience.polls, engine, engine, {1280, 720});
    QSignalSpy changes(&picture, &PollInPicture::sceneChanged);
    tell(1);
    EXPECT_TRUE(engine.scene.empty()) << "nobody wants it yet";
    picture.setWanted(true);
    EXPECT_TRUE(engine.scene.empty()) << "written by another thread";
    ASSERT_TRUE(comes(picture));
    ASSERT_EQ(engine.scene.size(), 1U);
    EXPECT_EQ(engine.scene.front().kind, "image_source");
    const QImage before(file());
    EXPECT_EQ(before.size(), QSize(1280, 720));
    tell(9);
    EXPECT_TRUE(QTest::qWaitFor([&] { return QImage(file()) != before; }, kLong));
    EXPECT_EQ(engine.scene.size(), 1U);
    picture.setWanted(false);
    EXPECT_TRUE(engine.scene.empty());
    EXPECT_EQ(changes.count(), 2);
}

TEST_F(PollsInThePicture, ShowTheResultAndGoWithThePoll) {
    PollInPicture picture(audience.polls, engine, engine, {1280, 720});
    picture.setWanted(true);
    EXPECT_FALSE(picture.isShown());
    tell(1);
    ASSERT_TRUE(comes(picture));
    const QImage open(file());
    tell(5, false);
    EXPECT_TRUE(picture.isShown()) << "for a while";
    EXPECT_TRUE(QTest::qWaitFor([&] { return QImage(file()) != open; }, kLong));
    audience.link.enter({});
    EXPECT_FALSE(picture.isShown());
}

TEST_F(PollsInThePicture, LeaveNothingInTheScene) {
    {
        PollInPicture picture(audience.polls, engine, engine, {1280, 720});
        picture.setWanted(true);
        tell(1);
        ASSERT_TRUE(comes(picture));
        ASSERT_EQ(engine.scene.size(), 1U);
    }
    EXPECT_TRUE(engine.scene.empty());
    // As a run that was killed leaves it in the saved scene.
    (void)engine.add("image_source", "Poll");
    engine.propertyList.front().value = std::string("/tmp/gone/footlight-poll.png");
    const PollInPicture next(audience.polls, engine, engine, {1280, 720});
    EXPECT_TRUE(engine.scene.empty());
    (void)engine.add("image_source", "Logo");
    engine.propertyList.front().value = std::string("/home/anna/logo.png");
    const PollInPicture another(audience.polls, engine, engine, {1280, 720});
    EXPECT_EQ(engine.scene.size(), 1U) << "that is somebody's own";
}

TEST_F(PollsInThePicture, ThatAreTakenBackBeforeTheyAreWrittenComeOnceAtMost) {
    PollInPicture picture(audience.polls, engine, engine, {1280, 720});
    QSignalSpy changes(&picture, &PollInPicture::sceneChanged);
    tell(1);
    for (int i = 0; i < 5; ++i) {
        picture.setWanted(true);
        picture.setWanted(false);
    }
    EXPECT_EQ(changes.count(), 0);
    picture.setWanted(true);
    ASSERT_TRUE(comes(picture));
    EXPECT_EQ(engine.scene.size(), 1U);
    EXPECT_EQ(changes.count(), 1);
    audience.link.enter({});
    EXPECT_TRUE(engine.scene.empty());
}

}  // namespace
}  // namespace footlight::studio
