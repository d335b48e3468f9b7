#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

namespace footlight::relay::api {

/// How many connections each of many has, an address or an account, and at most how many. One thread.
class ConnectionCounts {
public:
    explicit ConnectionCounts(std::size_t most) : most_(most) {}

    /// One place, given back when it goes; the counts outlive it.
    using Place = std::shared_ptr<void>;
    /// Nothing where `key` has as many as it may.
    [[nodiscard]] Place take(const std::string& key) {
        auto& count = counts_[key];
        if (count >= most_) {
            return nullptr;
        }
        ++count;
        return {&count, [this, key](void*) {
                    const auto found = counts_.find(key);
                    if (--found->second == 0) {
                        counts_.erase(found);
                    }
                }};
    }

private:
    std::size_t most_;
    std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace footlight::relay::api
