#include "ui/pictures/picture_store.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <algorithm>

#include "core/client/relay_api.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/support/png_of.h"

namespace footlight::pictures {
namespace {

using tests::eventually;
using ui_tests::pngOf;

class APictureStore : public testing::Test {
protected:
    void SetUp() override { api.setAddress(hub.address()); }
    [[nodiscard]] auto askedFor(const std::string& path) const {
        return std::count_if(hub.requests().begin(), hub.requests().end(), [&](const auto& each) {
            return each.method == "GET" && each.target == "/api/v1" + path;
        });
    }

    tests::FakeHub hub;
    client::RelayApi api;
};

TEST_F(APictureStore, FetchesWhatItMeetsOnceAndScalesItDown) {
    PictureStore store(api, PictureLimits{64, 512 * 1024, 10});
    QSignalSpy loaded(&store, &PictureStore::loaded);
    hub.answer("GET /pictures/abc", {200, pngOf(256, 128)});
    const auto path = pathOfPicture("abc");
    EXPECT_TRUE(store.picture(path).isNull());
    EXPECT_TRUE(store.picture(path).isNull());
    ASSERT_TRUE(eventually([&] { return loaded.count() == 1; }));
    EXPECT_EQ(loaded[0][0].toString(), path);
    EXPECT_EQ(store.picture(path).size(), QSize(64, 32));
    EXPECT_EQ(askedFor("/pictures/abc"), 1);
}

TEST_F(APictureStore, AsksOnceForWhatThereIsNotAndAgainForWhatIsForgotten) {
    PictureStore store(api, PictureLimits{});
    const auto path = pathOfAvatar(QStringLiteral("berta"));
    wire::Problem none;
    none.status = 404;
    none.code = "picture.unknown";
    none.detail = "There is no such picture.";
    hub.answer("GET /channels/berta/avatar", {404, wire::toJson(none)});
    ASSERT_TRUE(store.picture(path).isNull());
    ASSERT_TRUE(eventually([&] { return askedFor("/channels/berta/avatar") == 1; }));
    hub.answer("GET /pictures/other", {200, pngOf(16, 16)});
    ASSERT_TRUE(eventually([&] { return !store.picture(pathOfPicture("other")).isNull(); }));
    EXPECT_TRUE(store.picture(path).isNull());
    hub.answer("GET /channels/berta/avatar", {200, pngOf(32, 32)});
    store.forget(path);
    ASSERT_TRUE(eventually([&] { return !store.picture(path).isNull(); }));
    EXPECT_EQ(askedFor("/channels/berta/avatar"), 2);
}

TEST_F(APictureStore, KeepsNoMoreThanItMayAndNothingOfAnotherRelay) {
    PictureStore store(api, PictureLimits{64, 512 * 1024, 2});
    const QPixmap some(QPixmap::fromImage(QImage(8, 8, QImage::Format_RGB32)));
    store.insert(QStringLiteral("/pictures/1"), some);
    store.insert(QStringLiteral("/pictures/2"), some);
    EXPECT_FALSE(store.picture(QStringLiteral("/pictures/1")).isNull());
    store.insert(QStringLiteral("/pictures/3"), some);
    EXPECT_FALSE(store.picture(QStringLiteral("/pictures/1")).isNull());
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/2")).isNull()) << "the longest unused";
    tests::FakeHub another;
    api.setAddress(another.address());
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/1")).isNull());
}

TEST_F(APictureStore, WhatIsInSightComesBeforeWhatWasScrolledPast) {
    PictureStore store(api, PictureLimits{});
    const auto pathOf = [](int n) { return pathOfPicture(std::to_string(n)); };
    for (int n = 0; n < 500; ++n) {
        hub.answer("GET /pictures/" + std::to_string(n), {200, pngOf(4, 4)});
        store.picture(pathOf(n));
    }
    ASSERT_TRUE(eventually([&] { return askedFor("/pictures/499") == 1; }));
    EXPECT_LE(hub.requests().size(), 68U);
    EXPECT_EQ(askedFor("/pictures/200"), 0);
    store.picture(pathOf(200));
    EXPECT_TRUE(eventually([&] { return askedFor("/pictures/200") == 1; })) << "met again, asked for again";
}

TEST_F(APictureStore, TakesNothingThatIsNoPictureOrTooLarge) {
    PictureStore store(api, PictureLimits{64, 2'000, 10});
    hub.answer("GET /pictures/words", {200, "no picture at all"});
    hub.answer("GET /pictures/large", {200, pngOf(16, 16) + std::string(4'000, 'x')});
    hub.answer("GET /pictures/good", {200, pngOf(16, 16)});
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/words")).isNull());
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/large")).isNull());
    ASSERT_TRUE(eventually([&] { return !store.picture(QStringLiteral("/pictures/good")).isNull(); }));
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/words")).isNull());
    EXPECT_TRUE(store.picture(QStringLiteral("/pictures/large")).isNull());
}

}  // namespace
}  // namespace footlight::pictures
