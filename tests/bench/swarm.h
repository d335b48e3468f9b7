#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/logger.h"
#include "core/net/async/event_loops.h"
#include "core/net/async/task_group.h"
#include "core/rtmp/session/publisher.h"
#include "tests/core/media/ffmpeg/flv_clip.h"

namespace footlight::tests {

/// Many publishers in one thread: each sends the same clip round and round, in real time, copied from memory.
class Swarm {
public:
    explicit Swarm(FlvClip clip);
    /// Drops every connection as it is.
    ~Swarm();
    Swarm(const Swarm&) = delete;
    Swarm& operator=(const Swarm&) = delete;

    /// Publishers begin at different places of the clip's time, so that their key frames do not coincide.
    void add(rtmp::PublishTarget target);
    [[nodiscard]] int publishing() const { return publishing_; }
    [[nodiscard]] int failed() const { return failed_; }
    /// When the first publisher last sent a packet of this content; nothing where it has none. Any thread.
    [[nodiscard]] std::optional<SteadyTime> sentAt(const media::Packet& packet) const;

private:
    net::Task<> publish(rtmp::PublishTarget target, int number);
    net::Task<bool> sendOnce(rtmp::Publisher& publisher, media::MediaTime offset, SteadyTime began,
                             int number);

    FlvClip clip_;
    media::MediaTime length_{};
    /// By what tells payloads apart; the map itself is as the constructor made it.
    std::unordered_map<std::string, std::atomic<SteadyTime::rep>> sent_;
    std::atomic<int> publishing_{0};
    std::atomic<int> failed_{0};
    int added_ = 0;
    net::EventLoops loops_{1};
    std::unique_ptr<net::TaskGroup> tasks_;
};

}  // namespace footlight::tests
