#pragma once

#include <map>
#include <string>

#include "core/base/guarded.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// Keeps the files that an archive would have written, so that they can be fetched. Any thread.
class ReadableArchive final : public Archive {
public:
    std::shared_ptr<BroadcastArchive> open(const BroadcastRecord& record) override {
        return std::make_shared<Writer>(files_, record.broadcast.text());
    }
    net::Task<std::vector<UnfinishedBroadcast>> unfinished(media::MediaTime) override {
        co_return std::vector<UnfinishedBroadcast>{};
    }
    net::Task<Result<Piece>> file(BroadcastId broadcast, std::string rendition, std::string name) override {
        auto files = files_.lock();
        const auto found = files->find(broadcast.text() + "/" + rendition + "/" + name);
        if (found == files->end()) {
            co_return fail(ErrorCategory::NotFound, "test.file", "no such file");
        }
        co_return Piece::of(share(Bytes(found->second)));
    }

private:
    using Files = Guarded<std::map<std::string, Bytes>>;

    class Writer final : public BroadcastArchive {
    public:
        Writer(Files& files, std::string broadcast) : files_(files), broadcast_(std::move(broadcast)) {}

        void describe(const BroadcastRecord&) override {}
        void init(const std::string& rendition, const std::string& name, SharedBytes bytes) override {
            (*files_.lock())[path(rendition, name)] = *bytes;
        }
        void begin(const std::string& rendition, const SegmentHead& head) override {
            open_[rendition] = path(rendition, std::to_string(head.sequence) + ".m4s");
        }
        void part(const std::string& rendition, ArchivedPart part) override {
            const auto bytes = part.body->piece().memory;
            auto files = files_.lock();
            auto& file = (*files)[open_[rendition]];
            file.insert(file.end(), bytes->begin(), bytes->end());
        }
        void close(const std::string&) override {}
        void end(UtcTime) override {}

    private:
        [[nodiscard]] std::string path(const std::string& rendition, const std::string& name) const {
            return broadcast_ + "/" + rendition + "/" + name;
        }
        Files& files_;
        std::string broadcast_;
        std::map<std::string, std::string> open_;
    };

    Files files_;
};

}  // namespace footlight::relay::origin
