#pragma once

#include <gtest/gtest.h>

#include "tests/core/relay/api/hub_process.h"
#include "tests/core/relay/api/rest_client.h"
#include "tests/core/relay/api/socket_client.h"

namespace footlight::tests {

/// A hub that runs, and somebody to ask it.
class HubTest : public testing::Test {
protected:
    HubTest() { hub_.start(); }

    [[nodiscard]] RestClient client() const { return RestClient(hub_.port()); }
    /// Somebody new: signed up, so that the name is theirs.
    [[nodiscard]] wire::Session signUp(const std::string& name) const { return client().signUp(name); }
    [[nodiscard]] SocketClient socket() const { return SocketClient(hub_.port()); }
    /// A socket that has said hello and joined.
    [[nodiscard]] SocketClient joined(const std::string& channel, const std::string& token = "",
                                      bool watching = true) const {
        auto made = socket();
        EXPECT_TRUE(made.hello(token));
        EXPECT_TRUE(made.join(channel, watching));
        return made;
    }

    HubProcess hub_;
};

}  // namespace footlight::tests
