#include "core/net/http/request_target.h"

#include <gtest/gtest.h>

namespace footlight::net::http {

TEST(RequestTarget, DecodesThePathOnce) {
    EXPECT_EQ(parseTarget("/live/caf%C3%A9/index.m3u8")->path, "/live/caf\xC3\xA9/index.m3u8");
    EXPECT_EQ(parseTarget("/a%252e%252e/b")->path, "/a%2e%2e/b");
    EXPECT_EQ(parseTarget("/")->path, "/");
    EXPECT_EQ(parseTarget("/live/")->path, "/live/");
    EXPECT_EQ(parseTarget("/a...b/..c")->path, "/a...b/..c");
}

TEST(RequestTarget, TakesAbsoluteForm) {
    EXPECT_EQ(parseTarget("http://relay:8081/live?x=1")->path, "/live");
    EXPECT_EQ(parseTarget("http://relay")->path, "/");
}

TEST(RequestTarget, RefusesEveryWayOutOfThePath) {
    for (const std::string_view target : {"/../etc/passwd", "/a/..",  "/a/../b",    "/a/%2e%2e/b",
                                          "/a/%2E./b",      "/a/.",   "/./a",       "/a%2fb",
                                          "/a%2Fb",         "/a%5cb", "/a\\b",      "//a",
                                          "/a//b",          "/a/b//", "/a%00b",     "/a%0ab",
                                          "/a%7f",          "/%",     "/%2",        "/%zz",
                                          "/%c0%ae%c0%ae/", "/%ff",   "/%ed%a0%80", "/%f4%90%80%80",
                                          "/a#b",           "a",      "",           "*",
                                          "ftp://x/y"}) {
        EXPECT_FALSE(parseTarget(target)) << target;
    }
}

TEST(RequestTarget, ReadsParameters) {
    const auto target = parseTarget("/x?_HLS_msn=5&_HLS_part=2&empty=&flag&sp=a%20b+c%2B");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->query.at("_HLS_msn"), "5");
    EXPECT_EQ(target->query.at("empty"), "");
    EXPECT_EQ(target->query.at("flag"), "");
    EXPECT_EQ(target->query.at("sp"), "a b c+");
}

TEST(RequestTarget, RefusesParametersThatContradict) {
    EXPECT_FALSE(parseTarget("/x?a=1&a=2"));
    EXPECT_FALSE(parseTarget("/x?a=%00"));
    std::string many = "/x?";
    for (int i = 0; i < 32; ++i) {
        many += "&p" + std::to_string(i) + "=1";
    }
    EXPECT_TRUE(parseTarget(many));
    EXPECT_FALSE(parseTarget(many + "&q=1"));
}

}  // namespace footlight::net::http
