#include "core/relay/hub/community.h"

#include "core/relay/hub/follow_service.h"

namespace footlight::relay::hub {

struct Community::State {
    State(Stores stores, net::WorkPool& database, const Clock& clock) : follows(stores, database, clock) {}

    FollowService follows;
};

Community::Community(Stores stores, net::WorkPool& database, const Clock& clock)
    : state_(std::make_unique<State>(stores, database, clock)) {}

Community::~Community() = default;

FollowService& Community::follows() { return state_->follows; }

}  // namespace footlight::relay::hub
