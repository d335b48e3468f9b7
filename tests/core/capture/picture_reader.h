#pragma once

#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/media/types/packet.h"

namespace footlight::capture {

/// Decodes H.264 packets and reads the time strip off each picture.
class PictureReader {
public:
    explicit PictureReader(const media::VideoTrack& track);
    ~PictureReader();
    PictureReader(const PictureReader&) = delete;
    PictureReader& operator=(const PictureReader&) = delete;

    struct Picture {
        int width = 0;
        int height = 0;
        std::optional<UtcTime> strip;
    };
    /// Nothing while the decoder wants more.
    std::optional<Picture> decode(const media::Packet& packet);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
