#pragma once

#include <map>
#include <string>

#include "core/base/clock.h"
#include "core/net/http/address_key.h"
#include "core/net/http/token_bucket.h"

namespace footlight::net::http {

/// The rate of requests from each address, as addressKeyOf counts them (RELIABILITY L14). Knows at most
/// 10,000 addresses; when it is full and none is idle, newcomers share one rate.
class AddressLimit {
public:
    static constexpr std::size_t kAddresses = 10'000;

    AddressLimit(double perSecond, double burst) : perSecond_(perSecond), burst_(burst) {}

    bool admit(const std::string& address, SteadyTime now) {
        const auto own = addressKeyOf(address).key;
        auto found = buckets_.find(own);
        if (found == buckets_.end()) {
            if (buckets_.size() >= kAddresses) {
                std::erase_if(buckets_, [now](const auto& entry) { return entry.second.isFull(now); });
            }
            const auto& key = buckets_.size() >= kAddresses ? kOthers : own;
            found = buckets_.try_emplace(key, perSecond_, burst_, now).first;
        }
        return found->second.take(now);
    }

private:
    inline static const std::string kOthers = "others";

    double perSecond_;
    double burst_;
    std::map<std::string, TokenBucket> buckets_;
};

}  // namespace footlight::net::http
