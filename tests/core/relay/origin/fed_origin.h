#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/core/relay/origin/origin_fixture.h"

namespace footlight::relay::origin {

/// An origin that gets packets without a connection, as fast as it takes them.
class FedOrigin : public OriginFixture {
protected:
    ~FedOrigin() override { leave(); }

    /// Publishes on the channel and tells the tracks.
    void publish(const std::string& channel, const media::Tracks& tracks);
    /// Returns when every loop has what came of the packets.
    void send(std::span<const media::Packet> packets);
    void end(rtmp::PublishEnd how);
    /// The publisher goes; before anything that the origin was given does.
    void leave();

private:
    void onLoop(std::size_t loop, const std::function<void()>& work);

    std::unique_ptr<rtmp::PublishSink> sink_;
};

}  // namespace footlight::relay::origin
