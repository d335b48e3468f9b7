#include "core/client/pending_requests.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace footlight::client {
namespace {

constexpr std::size_t kLimit = 32;
constexpr std::chrono::seconds kLifetime{30};

}  // namespace

bool PendingRequests::add(std::string nonce, SteadyTime now) {
    if (requests_.size() >= kLimit) {
        return false;
    }
    requests_.push_back({std::move(nonce), now});
    return true;
}

bool PendingRequests::take(const std::string& nonce) {
    return std::erase_if(requests_, [&](const Request& request) { return request.nonce == nonce; }) > 0;
}

std::vector<std::string> PendingRequests::expire(SteadyTime now) {
    std::vector<std::string> expired;
    std::erase_if(requests_, [&](Request& request) {
        if (now - request.since < kLifetime) {
            return false;
        }
        expired.push_back(std::move(request.nonce));
        return true;
    });
    return expired;
}

std::vector<std::string> PendingRequests::takeAll() {
    std::vector<std::string> all;
    for (auto& request : requests_) {
        all.push_back(std::move(request.nonce));
    }
    requests_.clear();
    return all;
}

}  // namespace footlight::client
