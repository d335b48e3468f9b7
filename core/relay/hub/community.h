#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

class FollowService;

/// What people are to channels and to one another. Owned by the Hub; lives on its loop.
class Community {
public:
    Community(Stores stores, net::WorkPool& database, const Clock& clock);
    ~Community();
    Community(const Community&) = delete;
    Community& operator=(const Community&) = delete;

    [[nodiscard]] FollowService& follows();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::hub
