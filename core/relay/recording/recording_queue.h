#pragma once

#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <memory>

#include "core/base/guarded.h"
#include "core/relay/recording/recorder.h"

namespace footlight::relay::recording {

/// The stream's side of a recorder: takes what comes without waiting and hands it to a worker. What does not
/// fit into the queue is lost to the recording, never to the broadcast.
class RecordingQueue final : public BroadcastArchive, public std::enable_shared_from_this<RecordingQueue> {
public:
    /// Makes the recorder on the worker, with the first job: it may have to read.
    using MakeRecorder = std::function<std::unique_ptr<Recorder>()>;

    RecordingQueue(boost::asio::thread_pool& workers, std::uint64_t limit, MakeRecorder make)
        : workers_(workers), limit_(limit), make_(std::move(make)) {}

    void describe(const BroadcastRecord& record) override { add(DescribeJob{record}, 0); }
    void init(const std::string& rendition, const std::string& name, SharedBytes bytes) override;
    void begin(const std::string& rendition, const SegmentHead& head) override;
    void part(const std::string& rendition, ArchivedPart part) override;
    void close(const std::string& rendition) override { add(CloseJob{rendition}, 0); }
    void end(UtcTime at) override { add(EndJob{at}, 0); }

private:
    struct Waiting {
        Job job;
        std::uint64_t bytes = 0;
    };
    struct Queue {
        std::deque<Waiting> jobs;
        std::uint64_t bytes = 0;
        bool isWorking = false;
    };

    void add(Job job, std::uint64_t bytes);
    bool push(Job& job, std::uint64_t bytes, bool& mustWake);
    void work();

    boost::asio::thread_pool& workers_;
    std::uint64_t limit_;
    MakeRecorder make_;
    Guarded<Queue> queue_;
    std::unique_ptr<Recorder> recorder_;  ///< touched by the worker alone
};

}  // namespace footlight::relay::recording
