#include "core/playback/address_policy.h"

#include <gtest/gtest.h>

namespace footlight::tests {
namespace {

bool allows(const char* opened, const char* led) {
    const playback::AddressPolicy policy{QUrl(QString::fromLatin1(opened))};
    return policy.allow(QUrl(QString::fromLatin1(led))).has_value();
}

}  // namespace

TEST(AddressPolicy, SameHostIsFollowedOnAnyPort) {
    EXPECT_TRUE(allows("http://relay.example/live/a.m3u8", "http://relay.example:8081/live/1.m4s"));
}

TEST(AddressPolicy, HttpMayBecomeHttpsAndNotTheReverse) {
    EXPECT_TRUE(allows("http://relay.example/a", "https://relay.example/a"));
    EXPECT_FALSE(allows("https://relay.example/a", "http://relay.example/a"));
}

TEST(AddressPolicy, OtherHostsAreNotFollowed) {
    EXPECT_FALSE(allows("http://relay.example/a", "http://192.168.0.1/admin"));
    EXPECT_FALSE(allows("http://relay.example/a", "http://relay.example.evil.test/a"));
}

TEST(AddressPolicy, OtherSchemesAreNotFollowed) {
    for (const char* url :
         {"file:///etc/passwd", "data:text/plain,x", "ftp://relay.example/a", "concat:a|b", "qrc:/x", ""}) {
        EXPECT_FALSE(allows("http://relay.example/a", url)) << url;
    }
}

}  // namespace footlight::tests
