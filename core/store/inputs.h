#pragma once

#include "core/relay/ports/input_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table inputs. One thread at a time; owned by Database.
class Inputs final : public relay::InputStore {
public:
    explicit Inputs(soci::session& sql) : sql_(sql) {}

    Result<std::vector<relay::InputRecord>> list(ChannelId channel) override;
    Result<std::vector<relay::ChannelInputRecord>> enabled(std::size_t limit) override;
    Result<std::optional<relay::ChannelInputRecord>> find(InputId input) override;
    Result<> put(ChannelId channel, const relay::InputRecord& input) override;
    Result<> remove(ChannelId channel, InputId input) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
