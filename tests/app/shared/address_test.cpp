#include "app/shared/address.h"

#include <gtest/gtest.h>

namespace footlight::app {

TEST(Address, TakesHostsAndPorts) {
    EXPECT_EQ(Address::parse("127.0.0.1:1935")->text(), "127.0.0.1:1935");
    EXPECT_EQ(Address::parse("[::1]:0")->host, "::1");
    EXPECT_EQ(Address::parse("[::1]:0")->text(), "[::1]:0");
    EXPECT_EQ(Address::parse("localhost:65535")->port, 65535);
}

TEST(Address, RefusesWhatIsNone) {
    for (const char* text :
         {"", "1935", ":1935", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:1x",
          "relay.example:1935", "::1:1935", "[127.0.0.1]:1", "300.0.0.1:1"}) {
        const auto parsed = Address::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_NE(parsed.error().message().find("HOST:PORT"), std::string::npos);
    }
}

}  // namespace footlight::app
