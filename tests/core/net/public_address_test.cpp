#include "core/net/http/public_address.h"

#include <gtest/gtest.h>

namespace footlight::net::http {

TEST(PublicAddress, IsOneOfTheOpenInternet) {
    for (const auto* open : {"1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1",
                             "100.128.0.1", "192.167.1.1", "223.255.255.255", "2606:4700::1111",
                             "2a00:1450:4001::1", "::ffff:1.1.1.1", "2001:4860:4860::8888"}) {
        EXPECT_TRUE(isPublicAddress(open)) << open;
    }
    for (const auto* closed : {"127.0.0.1",
                               "127.255.255.255",
                               "0.0.0.0",
                               "10.0.0.1",
                               "172.16.0.1",
                               "172.31.255.255",
                               "192.168.1.1",
                               "169.254.169.254",
                               "100.64.0.1",
                               "198.18.0.1",
                               "192.0.2.1",
                               "203.0.113.7",
                               "224.0.0.1",
                               "255.255.255.255",
                               "240.0.0.1",
                               "::1",
                               "::",
                               "fe80::1",
                               "fc00::1",
                               "fd12::1",
                               "ff02::1",
                               "::ffff:127.0.0.1",
                               "::ffff:10.0.0.1",
                               "64:ff9b::7f00:1",
                               "2002:7f00:1::",
                               "2001:db8::1",
                               "2001::1",
                               "::127.0.0.1",
                               "",
                               "localhost",
                               "1.1.1",
                               "1.1.1.1:80"}) {
        EXPECT_FALSE(isPublicAddress(closed)) << closed;
    }
}

}  // namespace footlight::net::http
