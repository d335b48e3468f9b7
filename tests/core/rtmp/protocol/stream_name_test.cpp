#include "core/rtmp/protocol/stream_name.h"

#include <gtest/gtest.h>

namespace footlight::rtmp {

namespace {

std::string parsed(std::string_view app, std::string_view name) {
    const auto stream = parseStreamName(app, name);
    return stream ? stream->app + " " + stream->key : std::string("refused");
}

}  // namespace

TEST(StreamName, IsFoundHoweverTheEncoderDividesThePath) {
    EXPECT_EQ(parsed("live", "key_1-A"), "live key_1-A");
    EXPECT_EQ(parsed("live/", "key"), "live key");
    EXPECT_EQ(parsed("/live/", "/key"), "live key");
    EXPECT_EQ(parsed("live?arg=x", "key?token=../y"), "live key");
    EXPECT_EQ(parsed("live/key", ""), "live key");
    EXPECT_EQ(parsed("", "live/key"), "live key");
}

TEST(StreamName, NothingElseIsTaken) {
    const std::string longest(128, 'k');
    EXPECT_EQ(parsed("live", longest), "live " + longest);
    EXPECT_EQ(parsed("live", longest + "k"), "refused");
    for (const std::string_view name :
         {std::string_view(""), std::string_view("../../etc/passwd"), std::string_view("a/b"),
          std::string_view("a b"), std::string_view("a\0b", 3), std::string_view("a%2e"),
          std::string_view("k\n"), std::string_view("k\\"), std::string_view("."),
          std::string_view("sch\xc3\xb6n")}) {
        EXPECT_EQ(parsed("live", name), "refused") << name;
    }
}

TEST(StreamName, AppsThatCannotBeAreKnownBeforeTheKey) {
    EXPECT_TRUE(isPlausibleApp("live"));
    EXPECT_TRUE(isPlausibleApp("live/key?x=1"));
    EXPECT_FALSE(isPlausibleApp(""));
    EXPECT_FALSE(isPlausibleApp("/"));
    EXPECT_FALSE(isPlausibleApp("../live"));
    EXPECT_FALSE(isPlausibleApp(std::string(257, 'a')));
}

TEST(Printable, KeepsControlCharactersOutOfTheLog) {
    EXPECT_EQ(printable("OBS\n\x1b[31m\xff", 100), "OBS??[31m?");
    EXPECT_EQ(printable("abcdef", 3), "abc");
}

}  // namespace footlight::rtmp
