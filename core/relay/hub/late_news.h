#pragma once

#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/message_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Tells once more whom a line speaks to: who was told hears nothing twice.
void tellOf(AudienceEvents& events, const AddressedLine& line);

/// Lines are on disk before anybody is told that they were spoken to: where the relay stopped in between,
/// this tells of them at the next start. Who was told hears nothing twice. Lives on the hub's loop.
class LateNews {
public:
    LateNews(Stores stores, net::WorkPool& database, AudienceEvents& events)
        : stores_(stores), database_(database), events_(events) {}

    /// Once, at the start.
    [[nodiscard]] net::Task<> tellAgain();

private:
    Stores stores_;
    net::WorkPool& database_;
    AudienceEvents& events_;
};

}  // namespace footlight::relay::hub
