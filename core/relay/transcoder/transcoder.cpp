#include "core/relay/transcoder/transcoder.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/media/bitstream/transport_packets.h"
#include "core/media/ffmpeg/transport/transport_demuxer.h"
#include "core/relay/transcoder/origin_link.h"

namespace footlight::relay::transcoder {

namespace {

constexpr std::size_t kLargestRead = 64 * 1024;

/// The descriptor as the demuxer reads it: whole packets, losses counted.
class Input {
public:
    explicit Input(int descriptor) : descriptor_(descriptor) {}

    std::size_t read(std::span<std::uint8_t> to) {
        while (at_ == ready_.size() && receive()) {
        }
        const std::size_t count = std::min(to.size(), ready_.size() - at_);
        std::copy_n(ready_.begin() + static_cast<std::ptrdiff_t>(at_), count, to.begin());
        at_ += count;
        return count;
    }

    [[nodiscard]] std::int64_t lost() const { return packets_.lost(); }

private:
    /// False at the end.
    bool receive() {
        std::array<std::uint8_t, kLargestRead> block{};
        ssize_t count = 0;
        do {
            count = ::read(descriptor_, block.data(), block.size());
        } while (count < 0 && errno == EINTR);
        if (count <= 0) {
            return false;
        }
        packets_.feed(ByteView(block).first(static_cast<std::size_t>(count)));
        ready_ = packets_.take();
        at_ = 0;
        return true;
    }

    int descriptor_;
    media::TransportPackets packets_;
    Bytes ready_;
    std::size_t at_ = 0;
};

}  // namespace

Result<> transcode(int descriptor, int program, rtmp::PublishTarget origin, Logger logger) {
    Input input(descriptor);
    auto read = [&input](std::span<std::uint8_t> to) { return input.read(to); };
    auto demuxer = media::ffmpeg::TransportDemuxer::open(std::move(read), program);
    if (!demuxer) {
        return fail(std::move(demuxer.error()));
    }
    OriginLink link(std::move(origin), std::move(logger));
    for (;;) {
        auto packet = demuxer->next();
        if (!packet) {
            return fail(std::move(packet.error()));
        }
        if (!*packet) {
            return {};
        }
        if (auto sent = link.send(demuxer->tracks(), **packet, input.lost()); !sent) {
            return sent;
        }
    }
}

}  // namespace footlight::relay::transcoder
