#pragma once

#include "core/relay/ports/broadcast_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table broadcasts. One thread at a time; owned by Database.
class Broadcasts final : public relay::BroadcastStore {
public:
    explicit Broadcasts(soci::session& sql) : sql_(sql) {}

    Result<> start(const relay::Broadcast& broadcast) override;
    Result<> end(BroadcastId id, UtcTime at) override;
    Result<std::vector<relay::OpenBroadcast>> open() override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
