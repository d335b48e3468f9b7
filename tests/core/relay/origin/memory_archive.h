#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// What one broadcast's archive was told.
class MemoryBroadcast final : public BroadcastArchive {
public:
    explicit MemoryBroadcast(const BroadcastRecord& with) : record(with) {}

    void describe(const BroadcastRecord& with) override { record = with; }
    void init(const std::string& rendition, const std::string& name, SharedBytes bytes) override {
        renditions[rendition].inits.emplace_back(name, std::move(bytes));
    }
    void begin(const std::string& rendition, const SegmentHead& head) override {
        renditions[rendition].segments.push_back({head, {}, false, {}});
    }
    void part(const std::string& rendition, ArchivedPart part) override {
        auto& segment = renditions[rendition].segments.back();
        segment.duration += part.duration;
        segment.parts.push_back(std::move(part));
    }
    void close(const std::string& rendition) override { ++closed[rendition]; }
    void end(UtcTime) override { isEnded = true; }

    BroadcastRecord record;
    std::map<std::string, ArchivedRendition> renditions;
    std::map<std::string, std::size_t> closed;
    bool isEnded = false;
};

/// Keeps broadcasts in memory, for as long as the test: a new LiveStream is the relay after a restart.
class MemoryArchive final : public Archive {
public:
    std::shared_ptr<BroadcastArchive> open(const BroadcastRecord& record) override {
        auto& kept = broadcasts[record.broadcast];
        if (!kept) {
            kept = std::make_shared<MemoryBroadcast>(record);
        }
        return kept;
    }
    net::Task<std::vector<UnfinishedBroadcast>> unfinished(media::MediaTime) override { co_return left(); }
    net::Task<Result<Piece>> file(BroadcastId, std::string, std::string) override {
        co_return fail(ErrorCategory::NotFound, "test.file", "nothing is read here");
    }

    [[nodiscard]] std::vector<UnfinishedBroadcast> left() const {
        std::vector<UnfinishedBroadcast> left;
        for (const auto& [id, kept] : broadcasts) {
            if (!kept->isEnded) {
                UnfinishedBroadcast one{kept->record, {}};
                for (auto [name, rendition] : kept->renditions) {
                    rendition.name = name;
                    one.renditions.push_back(std::move(rendition));
                }
                left.push_back(std::move(one));
            }
        }
        return left;
    }

    std::map<BroadcastId, std::shared_ptr<MemoryBroadcast>> broadcasts;
};

}  // namespace footlight::relay::origin
