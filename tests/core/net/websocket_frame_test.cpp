#include "core/net/websocket/frame.h"

#include <gtest/gtest.h>

namespace footlight::net::websocket {
namespace {

using namespace std::string_literals;

// The examples of RFC 6455 5.7, and the borders of its three forms of a length.
TEST(WebSocketFrame, HasTheShortestHeaderForItsLength) {
    EXPECT_EQ(Frame("Hello").bytes(), "\x81\x05Hello");
    EXPECT_EQ(Frame(Opcode::Ping, "Hello").bytes(), "\x89\x05Hello");
    EXPECT_EQ(Frame("").bytes(), "\x81\x00"s);
    EXPECT_EQ(Frame(std::string(125, 'a')).bytes().substr(0, 3),
              "\x81\x7d"
              "a");
    EXPECT_EQ(Frame(std::string(126, 'a')).bytes().substr(0, 5),
              "\x81\x7e\x00\x7e"
              "a"s);
    EXPECT_EQ(Frame(std::string(65'535, 'a')).bytes().substr(0, 5),
              "\x81\x7e\xff\xff"
              "a"s);
    EXPECT_EQ(Frame(std::string(65'536, 'a')).bytes().substr(0, 11), "\x81\x7f\0\0\0\0\0\x01\0\0a"s);
}

TEST(WebSocketFrame, ShowsItsPayload) {
    for (const std::size_t size : {0U, 125U, 126U, 65'535U, 65'536U}) {
        const std::string text(size, 'x');
        EXPECT_EQ(Frame(text).payload(), text);
    }
}

}  // namespace
}  // namespace footlight::net::websocket
