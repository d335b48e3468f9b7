#pragma once

#include "core/relay/ports/recording_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables recordings and recording_holes. One thread at a time; owned by Database.
class Recordings final : public relay::RecordingStore {
public:
    explicit Recordings(soci::session& sql) : sql_(sql) {}

    Result<> update(BroadcastId id, const relay::RecordingState& state) override;
    Result<std::optional<relay::RecordingRecord>> find(BroadcastId id) override;
    Result<std::vector<relay::RecordingRecord>> page(ChannelId channel, std::optional<BroadcastId> before,
                                                     std::size_t limit, Which which) override;
    Result<std::vector<relay::RecordingRecord>> finishedSince(UtcTime since, std::size_t limit) override;
    Result<std::vector<relay::RecordingHole>> holes(BroadcastId id) override;
    Result<> setTitle(BroadcastId id, const std::string& title) override;
    Result<> setKept(BroadcastId id, bool isKept) override;
    Result<> markDeleted(BroadcastId id) override;
    Result<std::vector<BroadcastId>> deleted() override;
    Result<> forget(BroadcastId id) override;
    Result<std::vector<BroadcastId>> expired(UtcTime now) override;
    Result<std::vector<BroadcastId>> beyond(std::int64_t bytes) override;

private:
    Result<std::vector<relay::RecordingRecord>> select(const std::string& condition, const std::string& first,
                                                       const std::string& second, std::size_t limit);
    Result<std::vector<BroadcastId>> selectIds(const char* doing, const std::string& condition);
    Result<> execute(const char* doing, const std::string& statement, BroadcastId id);

    soci::session& sql_;
};

}  // namespace footlight::store
