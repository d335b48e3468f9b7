#include "core/relay/recording/recording_queue.h"

#include <boost/asio/post.hpp>

namespace footlight::relay::recording {

void RecordingQueue::init(const std::string& rendition, const std::string& name, SharedBytes bytes) {
    const auto size = bytes->size();
    add(InitJob{rendition, name, std::move(bytes)}, size);
}

void RecordingQueue::begin(const std::string& rendition, const SegmentHead& head) {
    add(BeginJob{rendition, head}, 0);
}

void RecordingQueue::part(const std::string& rendition, ArchivedPart part) {
    const auto size = part.body->piece().size;
    add(PartJob{rendition, std::move(part)}, size);
}

void RecordingQueue::add(Job job, std::uint64_t bytes) {
    bool mustWake = false;
    if (!push(job, bytes, mustWake)) {
        const auto& refused = std::get<PartJob>(job);
        Job lost = LostJob{refused.rendition, refused.part.duration};
        push(lost, 0, mustWake);
    }
    if (mustWake) {
        boost::asio::post(workers_, [self = shared_from_this()] { self->work(); });
    }
}

/// Only parts are refused: the rest is small and rare.
bool RecordingQueue::push(Job& job, std::uint64_t bytes, bool& mustWake) {
    auto queue = queue_.lock();
    if (std::holds_alternative<PartJob>(job) && queue->bytes + bytes > limit_) {
        return false;
    }
    queue->jobs.push_back({std::move(job), bytes});
    queue->bytes += bytes;
    mustWake = !std::exchange(queue->isWorking, true);
    return true;
}

void RecordingQueue::work() {
    if (!recorder_) {
        recorder_ = make_();
    }
    for (;;) {
        Waiting next;
        {
            auto queue = queue_.lock();
            if (queue->jobs.empty()) {
                queue->isWorking = false;
                return;
            }
            next = std::move(queue->jobs.front());
            queue->jobs.pop_front();
        }
        recorder_->run(std::move(next.job));
        queue_.lock()->bytes -= next.bytes;
    }
}

}  // namespace footlight::relay::recording
