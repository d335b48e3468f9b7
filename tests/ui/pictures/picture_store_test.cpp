#include "ui/pictures/picture_store.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QSignalSpy>
#include <algorithm>
#include <memory>

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

TEST_F(APictureStore, DecodesNothingButWhatARelayTakes) {
    PictureStore store(api, PictureLimits{});
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bitmap;
    QBuffer buffer(&bitmap);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "BMP");
    hub.answer("GET /pictures/odd", {200, bitmap.toStdString()});
    hub.answer("GET /pictures/drawn",
               {200, R"(<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"></svg>)"});
    const auto webp = QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4TBUAAAAvP8APAAcQ9Y/+B4CE8P+9FtH/1A8A");
    hub.answer("GET /pictures/good", {200, webp.toStdString()});
    EXPECT_TRUE(store.picture(pathOfPicture("odd")).isNull());
    EXPECT_TRUE(store.picture(pathOfPicture("drawn")).isNull());
    ASSERT_TRUE(eventually([&] { return !store.picture(pathOfPicture("good")).isNull(); }));
    ASSERT_TRUE(eventually([&] { return hub.requests().size() == 3; }));
    EXPECT_EQ(store.picture(pathOfPicture("good")).size(), QSize(64, 64));
    EXPECT_TRUE(store.picture(pathOfPicture("odd")).isNull());
    EXPECT_TRUE(store.picture(pathOfPicture("drawn")).isNull());
}

TEST_F(APictureStore, ALargePictureHoldsNothingElseUp) {
    PictureStore large(api, PictureLimits{64, qint64{8} << 20, 10});
    PictureStore small(api, PictureLimits{64, 512 * 1024, 10});
    QStringList order;
    for (auto* store : {&large, &small}) {
        QObject::connect(store, &PictureStore::loaded, store,
                         [&order](const QString& path) { order.append(path); });
    }
    hub.answer("GET /pictures/large", {200, pngOf(4000, 4000)});
    hub.answer("GET /pictures/small", {200, pngOf(16, 16)});
    EXPECT_TRUE(large.picture(pathOfPicture("large")).isNull());
    EXPECT_TRUE(small.picture(pathOfPicture("small")).isNull());
    ASSERT_TRUE(eventually([&] { return order.size() == 2; }));
    EXPECT_EQ(order.back(), pathOfPicture("large")) << "though it came first";
    EXPECT_EQ(large.picture(pathOfPicture("large")).size(), QSize(64, 64));
}

TEST_F(APictureStore, MayGoWhileItDecodes) {
    hub.answer("GET /pictures/large", {200, pngOf(2000, 2000)});
    auto store = std::make_unique<PictureStore>(api, PictureLimits{64, qint64{8} << 20, 10});
    EXPECT_TRUE(store->picture(pathOfPicture("large")).isNull());
    ASSERT_TRUE(eventually([&] { return askedFor("/pictures/large") == 1; }));
    for (int turn = 0; turn < 20; ++turn) {
        QCoreApplication::processEvents();
    }
    store.reset();
    QCoreApplication::processEvents();
}

}  // namespace
}  // namespace footlight::pictures
