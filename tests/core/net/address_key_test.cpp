#include "core/net/http/address_key.h"

#include <gtest/gtest.h>

#include "core/net/http/address_limit.h"

namespace footlight::net::http {
namespace {

TEST(AddressKey, IsTheIpv4AddressHoweverItIsWritten) {
    EXPECT_EQ(addressKeyOf("192.0.2.7").key, "192.0.2.7");
    EXPECT_EQ(addressKeyOf("::ffff:192.0.2.7").key, "192.0.2.7");
    EXPECT_NE(addressKeyOf("192.0.2.7").key, addressKeyOf("192.0.2.8").key);
    EXPECT_EQ(addressKeyOf("no address").key, "no address");
}

TEST(AddressKey, IsOneForAllOfAnIpv6Network) {
    EXPECT_EQ(addressKeyOf("2001:db8:1:2::1").key, addressKeyOf("2001:db8:1:2:ffff::9").key);
    EXPECT_NE(addressKeyOf("2001:db8:1:2::1").key, addressKeyOf("2001:db8:1:3::1").key);
}

TEST(AddressKey, KnowsLoopback) {
    for (const auto* address : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"}) {
        EXPECT_TRUE(addressKeyOf(address).isLoopback) << address;
    }
    for (const auto* address : {"10.0.0.1", "::2", "::ffff:10.0.0.1", ""}) {
        EXPECT_FALSE(addressKeyOf(address).isLoopback) << address;
    }
}

TEST(AddressLimit, CannotBeWalkedAroundByIpv6) {
    AddressLimit limit(0.001, 2);
    const SteadyTime now{};
    EXPECT_TRUE(limit.admit("2001:db8:1:2::1", now));
    EXPECT_TRUE(limit.admit("2001:db8:1:2::2", now));
    EXPECT_FALSE(limit.admit("2001:db8:1:2::3", now));
    EXPECT_TRUE(limit.admit("2001:db8:1:3::1", now));
    EXPECT_TRUE(limit.admit("192.0.2.7", now));
    EXPECT_TRUE(limit.admit("::ffff:192.0.2.7", now));
    EXPECT_FALSE(limit.admit("192.0.2.7", now));
}

}  // namespace
}  // namespace footlight::net::http
