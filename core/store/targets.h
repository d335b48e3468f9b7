#pragma once

#include "core/relay/ports/target_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table targets. One thread at a time; owned by Database.
class Targets final : public relay::TargetStore {
public:
    explicit Targets(soci::session& sql) : sql_(sql) {}

    Result<std::vector<relay::TargetRecord>> list(ChannelId channel) override;
    Result<> put(ChannelId channel, const relay::TargetRecord& target) override;
    Result<> remove(ChannelId channel, TargetId target) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
