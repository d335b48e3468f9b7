#include "core/net/http/trusted_proxies.h"

#include <gtest/gtest.h>

namespace footlight::net::http {
namespace {

const auto kProxies = *TrustedProxies::parse("127.0.0.1, ::1 10.0.0.0/8,192.0.2.128/25, 2001:db8::/33");

std::string client(const std::string& peer, std::vector<Header> headers) {
    return kProxies.clientOf(peer, headers);
}
std::string listed(const std::string& list, const std::string& peer = "127.0.0.1") {
    return client(peer, {{"X-Forwarded-For", list}});
}
std::string forwarded(const std::string& list, const std::string& peer = "127.0.0.1") {
    return client(peer, {{"Forwarded", list}});
}

TEST(TrustedProxies, ContainTheirNetworksAndNothingBeside) {
    for (const auto* inside : {"127.0.0.1", "::ffff:127.0.0.1", "::1", "10.0.0.0", "10.255.255.255",
                               "::ffff:10.1.2.3", "192.0.2.128", "192.0.2.255", "2001:db8:7fff::1"}) {
        EXPECT_TRUE(kProxies.contains(inside)) << inside;
    }
    for (const auto* outside : {"127.0.0.2", "::2", "9.255.255.255", "11.0.0.0", "192.0.2.127",
                                "2001:db8:8000::1", "2001:db9::1", "nonsense", ""}) {
        EXPECT_FALSE(kProxies.contains(outside)) << outside;
    }
    EXPECT_TRUE(TrustedProxies::parse("")->isEmpty());
    EXPECT_FALSE(TrustedProxies::parse(" ,  ")->contains("127.0.0.1"));
    EXPECT_TRUE(TrustedProxies::parse("0.0.0.0/0")->contains("192.0.2.1"));
    EXPECT_FALSE(TrustedProxies::parse("0.0.0.0/0")->contains("2001:db8::1"));
}

TEST(TrustedProxies, WhatIsNoAddressAndNoNetworkIsRefusedByName) {
    for (const auto* bad : {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/-1",
                            "10.0.0.1/8", "2001:db8::/129", "10.0.0", "1.2.3.4:80", "/8"}) {
        const auto parsed = TrustedProxies::parse("127.0.0.1, " + std::string(bad));
        ASSERT_FALSE(parsed) << bad;
        EXPECT_EQ(parsed.error().category(), ErrorCategory::Invalid);
        EXPECT_NE(parsed.error().message().find(bad), std::string::npos) << parsed.error().message();
    }
}

TEST(TrustedProxies, OnlyTheirWordIsTaken) {
    EXPECT_EQ(listed("203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(listed("203.0.113.7", "198.51.100.1"), "198.51.100.1");
    EXPECT_EQ(forwarded("for=203.0.113.7", "198.51.100.1"), "198.51.100.1");
    EXPECT_EQ(TrustedProxies::parse("")->clientOf("127.0.0.1", {{"X-Forwarded-For", "203.0.113.7"}}),
              "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", {}), "127.0.0.1") << "a proxy's own look at our health";
    EXPECT_EQ(client("10.0.0.1", {{"x-forwarded-for", ""}}), "10.0.0.1");
}

TEST(TrustedProxies, TheLastWhoIsNoneOfThemIsTheClient) {
    EXPECT_EQ(listed("9.9.9.9, 203.0.113.7"), "203.0.113.7")
        << "what stands before it is the client's own word";
    EXPECT_EQ(listed("9.9.9.9,203.0.113.7 , 10.0.0.3,10.0.0.4"), "203.0.113.7");
    EXPECT_EQ(client("::ffff:10.0.0.1",
                     {{"X-Forwarded-For", "9.9.9.9"}, {"X-FORWARDED-FOR", "203.0.113.7, 10.0.0.2"}}),
              "203.0.113.7");
    EXPECT_EQ(listed("10.0.0.9, 10.0.0.4"), "10.0.0.9") << "one of the proxies' own";
    EXPECT_EQ(listed("203.0.113.7:4711"), "203.0.113.7");
    EXPECT_EQ(listed("2001:db8:ffff::1"), "2001:db8:ffff::1");
    EXPECT_EQ(listed("[2001:db8:ffff::1]:80"), "2001:db8:ffff::1");
}

TEST(TrustedProxies, ForwardedIsReadAsItsStandardHasIt) {
    EXPECT_EQ(forwarded("for=203.0.113.7;proto=https;by=203.0.113.43"), "203.0.113.7");
    EXPECT_EQ(forwarded("proto=http; For=\"[2001:db8:cafe:ffff::17]:4711\""), "2001:db8:cafe:ffff::17");
    EXPECT_EQ(forwarded("for=9.9.9.9, for=203.0.113.7;by=\"a,b;for=1.1.1.1\", for=10.0.0.2"), "203.0.113.7");
    EXPECT_EQ(forwarded("for=\"203.0.113.7\""), "203.0.113.7");
    EXPECT_EQ(forwarded("for=_hidden"), TrustedProxies::kUnknown);
    EXPECT_EQ(forwarded("for=unknown"), TrustedProxies::kUnknown);
    EXPECT_EQ(forwarded("proto=https"), TrustedProxies::kUnknown);
    EXPECT_EQ(forwarded("for=203.0.113.7;by=\"open"), "203.0.113.7");
}

TEST(TrustedProxies, NobodyTalksThemselvesOntoThisMachine) {
    EXPECT_EQ(listed("127.0.0.1", "10.0.0.1"), TrustedProxies::kUnknown);
    EXPECT_EQ(listed("::1", "10.0.0.1"), TrustedProxies::kUnknown);
    EXPECT_EQ(listed("203.0.113.7, 127.0.0.1", "10.0.0.1"), TrustedProxies::kUnknown);
    EXPECT_EQ(listed("127.0.0.1, 203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(listed("127.0.0.1"), "127.0.0.1") << "this machine's own program, by its own proxy";
    EXPECT_EQ(listed("garbage"), TrustedProxies::kUnknown);
    EXPECT_EQ(listed("203.0.113.7, garbage"), TrustedProxies::kUnknown);
    EXPECT_EQ(listed(","), TrustedProxies::kUnknown);
    EXPECT_FALSE(isLoopback(TrustedProxies::kUnknown));
}

TEST(TrustedProxies, WhatTheClientMadeOfTheOtherHeaderIsNotBelieved) {
    EXPECT_EQ(client("127.0.0.1", {{"X-Forwarded-For", "203.0.113.7"}, {"Forwarded", "for=203.0.113.7"}}),
              "203.0.113.7");
    EXPECT_EQ(client("127.0.0.1", {{"X-Forwarded-For", "203.0.113.7"}, {"Forwarded", "for=127.0.0.1"}}),
              TrustedProxies::kUnknown);
}

}  // namespace
}  // namespace footlight::net::http
