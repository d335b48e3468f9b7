#include <atomic>

#include "tests/core/relay/recording/recording_fixture.h"

namespace footlight::relay::recording {
namespace {

/// Refuses one write, or all from one on, as a disk does that is full or breaks.
class FailingStore final : public BlobStore {
public:
    FailingStore(BlobStore& store, int first, int count) : store_(store), first_(first), count_(count) {}

    Result<std::unique_ptr<BlobWriter>> append(const std::string& key, std::uint64_t size) override {
        auto writer = refuses() ? refusal() : store_.append(key, size);
        if (!writer) {
            return writer;
        }
        return std::make_unique<Writer>(*this, std::move(*writer));
    }
    Result<> put(const std::string& key, ByteView bytes) override {
        return refuses() ? refusal() : store_.put(key, bytes);
    }
    Result<Piece> open(const std::string& key) override { return store_.open(key); }
    Result<std::vector<std::string>> list(const std::string& folder) override { return store_.list(folder); }
    Result<> remove(const std::string& key) override { return store_.remove(key); }
    Result<> sync() override { return store_.sync(); }
    Result<BlobSpace> space() override { return store_.space(); }
    [[nodiscard]] int writes() const { return writes_; }

private:
    class Writer final : public BlobWriter {
    public:
        Writer(FailingStore& owner, std::unique_ptr<BlobWriter> writer)
            : owner_(owner), writer_(std::move(writer)) {}
        Result<std::uint64_t> append(ByteView bytes) override {
            return owner_.refuses() ? refusal() : writer_->append(bytes);
        }
        [[nodiscard]] std::uint64_t size() const override { return writer_->size(); }
        [[nodiscard]] FilePtr file() const override { return writer_->file(); }

    private:
        FailingStore& owner_;
        std::unique_ptr<BlobWriter> writer_;
    };

    bool refuses() {
        const int write = writes_++;
        return write >= first_ && write < first_ + count_;
    }
    static tl::unexpected<Error> refusal() {
        return fail(ErrorCategory::Unavailable, "blob.full", "the disk is full");
    }

    BlobStore& store_;
    int first_;
    int count_;
    std::atomic<int> writes_{0};
};

class FailingStoreTest : public RecordingFixture {
protected:
    /// Records six segments on a store that refuses so many writes; returns how many it was asked for.
    int record(const BroadcastRecord& record, int first, int count) {
        FailingStore failing(*store_, first, count);
        startArchive(failing);
        RecordedBroadcast broadcast(*archive_, record);
        for (int i = 0; i < 6; ++i) {
            broadcast.segment(3, i == 2);
        }
        broadcast.end();
        stopArchive();
        startArchive();
        return failing.writes();
    }
    /// Whatever is listed can be read, and is what it says.
    void expectReadable(const BroadcastRecord& record, int first) {
        const auto recording = found(record);
        if (!recording) {
            return;
        }
        const auto content = *recording->lock();
        for (const auto& [name, rendition] : content.renditions) {
            for (const auto& segment : rendition.segments) {
                if (!segment.isGap()) {
                    const auto piece = recording->segment(name, segment);
                    ASSERT_TRUE(piece) << "write " << first;
                    const auto bytes = readPiece(*piece);
                    ASSERT_TRUE(bytes) << "write " << first;
                    EXPECT_EQ(textOf(ByteView(*bytes).subspan(4, 4)), "moof") << "write " << first;
                }
            }
        }
    }
};

TEST_F(FailingStoreTest, WhicheverWriteFailsTheRestIsKept) {
    const int writes = record(newRecord(), 1'000'000, 0);
    EXPECT_GT(writes, 30);
    for (int first = 0; first < writes; ++first) {
        const auto broadcast = newRecord();
        record(broadcast, first, 1);
        expectReadable(broadcast, first);
        const auto recording = found(broadcast);
        ASSERT_TRUE(recording) << "write " << first;
        const auto segments = recording->lock()->renditions["source"].segments;
        const auto kept = std::count_if(segments.begin(), segments.end(),
                                        [](const KeptSegment& one) { return !one.isGap(); });
        EXPECT_GE(kept, 5) << "write " << first;
    }
}

TEST_F(FailingStoreTest, ADiskThatStaysFullLeavesWhatWasThere) {
    const int writes = record(newRecord(), 1'000'000, 0);
    for (int first = 0; first < writes; ++first) {
        const auto broadcast = newRecord();
        record(broadcast, first, 1'000'000);
        expectReadable(broadcast, first);
    }
}

TEST_F(FailingStoreTest, SaysThatItPausesAndThatItGoesOn) {
    const auto broadcast = newRecord();
    record(broadcast, 12, 1);
    const auto states = events_.states();
    ASSERT_GE(states.size(), 4U);
    EXPECT_EQ(states[0].phase, RecordingState::Phase::Writing);
    EXPECT_EQ(states[1].phase, RecordingState::Phase::Paused);
    EXPECT_EQ(states[1].reason, "the disk is full");
    EXPECT_EQ(states[2].phase, RecordingState::Phase::Writing);
    EXPECT_EQ(states[3].phase, RecordingState::Phase::Finished);
}

}  // namespace
}  // namespace footlight::relay::recording
