#include "ui/chat/emote_store.h"

#include <gtest/gtest.h>

#include <QImage>

#include "core/client/relay_api.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::chatui {
namespace {

using tests::eventually;

/// 64 x 64 pixels of red.
std::string webp() {
    return QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4TBUAAAAvP8APAAcQ9Y/+B4CE8P+9FtH/1A8A").toStdString();
}

class AnEmoteStore : public testing::Test {
protected:
    void SetUp() override { api.setAddress(hub.address()); }

    tests::FakeHub hub;
    client::RelayApi api;
    EmoteStore store{api};
};

TEST_F(AnEmoteStore, ShowsAWebP) {
    hub.answer("GET /emotes/abc", {200, webp()});
    EXPECT_TRUE(store.picture(QStringLiteral("abc")).isNull());
    ASSERT_TRUE(eventually([&] { return !store.picture(QStringLiteral("abc")).isNull(); }));
    EXPECT_EQ(store.picture(QStringLiteral("abc")).size(), QSize(64, 64));
    const QColor pixel = store.picture(QStringLiteral("abc")).toImage().pixelColor(20, 20);
    EXPECT_GT(pixel.red(), 250);
    EXPECT_LT(pixel.green(), 5);
}

}  // namespace
}  // namespace footlight::chatui
