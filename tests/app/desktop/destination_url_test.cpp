#include "app/desktop/destination_url.h"

#include <gtest/gtest.h>

#include <QUrl>

namespace footlight::desktop {
namespace {

Result<capture::Destination> from(const char* url) {
    return destinationFrom(QUrl(QString::fromLatin1(url)), Secret("key"));
}

}  // namespace

TEST(DestinationFrom, TakesAnRtmpAddressApart) {
    const auto destination = from("rtmp://studio.example:1940/live");
    ASSERT_TRUE(destination.has_value());
    EXPECT_EQ(destination->host, "studio.example");
    EXPECT_EQ(destination->port, 1940);
    EXPECT_EQ(destination->app, "live");
    EXPECT_TRUE(destination->key.matches("key"));
}

TEST(DestinationFrom, KnowsTheStandardPort) { EXPECT_EQ(from("rtmp://studio.example/live")->port, 1935); }

TEST(DestinationFrom, TakesAnRtmpsAddressAsSecure) {
    const auto secure = from("rtmps://studio.example:1935/live");
    ASSERT_TRUE(secure.has_value());
    EXPECT_TRUE(secure->isSecure);
    EXPECT_EQ(secure->port, 1935);
    EXPECT_EQ(from("rtmps://studio.example/live")->port, 443);
    EXPECT_FALSE(from("rtmp://studio.example/live")->isSecure);
}

TEST(DestinationFrom, RefusesOtherAddresses) {
    for (const char* url :
         {"http://studio.example/live", "rtmp://studio.example", "rtmp:///live", "studio", ""}) {
        const auto destination = from(url);
        ASSERT_FALSE(destination.has_value()) << url;
        EXPECT_EQ(destination.error().category(), ErrorCategory::Invalid);
    }
}

}  // namespace footlight::desktop
