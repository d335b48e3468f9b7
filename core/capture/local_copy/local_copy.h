#pragma once

#include <condition_variable>
#include <cstdio>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/capture/delivery/destination_queue.h"
#include "core/capture/local_copy/copy_shelf.h"
#include "core/media/types/track.h"

namespace footlight::capture {

/// Writes the broadcast to a file on this computer while it is live, as FLV with the capture clock in it, so
/// that what the network loses can be brought to the relay afterwards. A thread of its own writes; a disk
/// that is too slow loses pictures up to the next key frame, never the broadcast. Any thread may push.
class LocalCopy {
public:
    /// `clock` outlives it. The file begins with the first key frame.
    LocalCopy(LocalCopyRule rule, const Clock& clock);
    ~LocalCopy();
    LocalCopy(const LocalCopy&) = delete;
    LocalCopy& operator=(const LocalCopy&) = delete;

    /// Before the first packet; again where the tracks change.
    void setTracks(media::Tracks tracks);
    void push(OutgoingPacket packet);

    /// Writes what is queued, then closes the file; what is pushed later is not written. For one thread.
    void close();

    /// Why nothing is written any more, for people; empty while all is well.
    [[nodiscard]] std::string problem() const;

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    void loop();
    void write(const OutgoingPacket& outgoing);
    bool begin(const OutgoingPacket& keyFrame);
    bool hasRoom();
    void put(const Result<Bytes>& tag);
    void stopFor(std::string why);

    LocalCopyRule rule_;
    const Clock& clock_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<OutgoingPacket> queue_;
    std::size_t queuedBytes_ = 0;
    bool needsKeyFrame_ = true;  ///< of what comes next
    std::optional<media::Tracks> tracks_;
    bool tracksAreNew_ = false;
    bool isClosing_ = false;
    std::string problem_;

    // The writing thread's.
    std::unique_ptr<std::FILE, CloseFile> file_;
    std::filesystem::path path_;
    std::uint64_t sinceCheck_ = 0;

    std::thread thread_;
};

}  // namespace footlight::capture
