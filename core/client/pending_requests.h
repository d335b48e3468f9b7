#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"

namespace footlight::client {

/// What was asked of the relay under a nonce and is not answered yet: at most 32, each for 30 s. Unlike lines
/// of chat, nothing here is sent a second time.
class PendingRequests {
public:
    /// False when full: it is not kept, and is not to be sent.
    bool add(std::string nonce, SteadyTime now);
    /// Whether it was waited for; off the list.
    bool take(const std::string& nonce);
    /// Those older than 30 s, off the list.
    std::vector<std::string> expire(SteadyTime now);
    std::vector<std::string> takeAll();
    [[nodiscard]] bool empty() const { return requests_.empty(); }

private:
    struct Request {
        std::string nonce;
        SteadyTime since;
    };
    std::vector<Request> requests_;
};

}  // namespace footlight::client
