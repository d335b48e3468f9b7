#pragma once

#include <gtest/gtest.h>

#include "core/base/guarded.h"
#include "core/blob/directory/directory_store.h"
#include "core/media/cmaf/cmaf_muxer.h"
#include "core/relay/recording/recording_archive.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::recording {

/// Keeps what it is told.
class KeptEvents final : public BroadcastEvents {
public:
    void report(BroadcastEvent event) override { events_.lock()->push_back(std::move(event)); }
    [[nodiscard]] std::vector<RecordingState> states() const;

private:
    Guarded<std::vector<BroadcastEvent>> events_;
};

/// Real fragments of sound: parts of 10 frames of 1024 samples at 48 kHz.
class PartMaker {
public:
    static constexpr media::MediaTime kPartDuration{19'200};

    PartMaker();
    [[nodiscard]] const SharedBytes& init() const { return muxer_->initSection(); }
    ArchivedPart part();

private:
    std::unique_ptr<media::CmafMuxer> muxer_;
    std::int64_t position_ = 0;
};

/// A broadcast that is recorded: what a stream would do.
class RecordedBroadcast {
public:
    explicit RecordedBroadcast(Archive& archive, BroadcastRecord record);

    /// A segment of `parts` parts, closed.
    void segment(std::size_t parts, bool isSlate = false);
    void begin(bool isSlate = false);
    PartBodyPtr part();
    void close();
    void end();
    /// Nothing is sent for so long.
    void skip(std::chrono::milliseconds time) { shownAt_ += time; }

    [[nodiscard]] const BroadcastRecord& record() const { return record_; }
    [[nodiscard]] std::uint64_t next() const { return sequence_; }
    void goOnAt(std::uint64_t sequence) { sequence_ = sequence; }

private:
    BroadcastRecord record_;
    std::shared_ptr<BroadcastArchive> archive_;
    PartMaker maker_;
    std::uint64_t sequence_ = 1'000;
    UtcTime shownAt_;
};

class RecordingFixture : public testing::Test {
protected:
    RecordingFixture();

    static BroadcastRecord newRecord();
    /// Ends the old one: whoever used it is gone.
    void startArchive(BlobStore& store);
    void startArchive() { startArchive(*store_); }
    void stopArchive() { archive_.reset(); }
    RecordingPtr found(const BroadcastRecord& record);
    std::vector<UnfinishedBroadcast> unfinished(media::MediaTime window = std::chrono::seconds{24});
    Bytes fileOf(const BroadcastRecord& record, const std::string& name);
    std::filesystem::path folderOf(const BroadcastRecord& record) const;

    tests::TempDir folder_;
    std::unique_ptr<blob::DirectoryStore> store_;
    KeptEvents events_;
    SystemClock clock_;
    RecordingSettings settings_;
    std::unique_ptr<RecordingArchive> archive_;
};

/// Runs a task to its end on a loop of its own.
template <typename T>
T runTask(net::Task<T> task);

}  // namespace footlight::relay::recording

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

template <typename T>
T footlight::relay::recording::runTask(net::Task<T> task) {
    boost::asio::io_context loop;
    auto future = boost::asio::co_spawn(loop, std::move(task), boost::asio::use_future);
    loop.run();
    return future.get();
}
