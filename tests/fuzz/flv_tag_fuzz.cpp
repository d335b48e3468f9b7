#include "core/media/bitstream/flv_tag.h"

#include "core/media/bitstream/aac_configuration.h"
#include "core/media/bitstream/avc_configuration.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

void readConfiguration(const media::flv::Tag& tag) {
    if (tag.codec == media::Codec::H264) {
        if (const auto track = media::avcTrack(tag.payload)) {
            fuzz::require(track->width > 0 && track->height > 0 && track->frameRate >= 0);
        }
    } else if (const auto track = media::aacTrack(tag.payload)) {
        fuzz::require(track->sampleRate > 0 && track->channels > 0);
    }
}

}  // namespace

// The first byte says whether the rest is the body of an audio or of a video message.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const ByteView body = ByteView(data, size).subspan(1);
    const auto tag = data[0] == 8 ? media::flv::parseAudio(body) : media::flv::parseVideo(body);
    if (!tag) {
        fuzz::require(!tag.error().message().empty());
        return 0;
    }
    fuzz::require(tag->payload.size() <= body.size());
    if (tag->kind == media::flv::TagKind::Configuration) {
        readConfiguration(*tag);
    }
    for (const int lengthSize : {1, 2, 4}) {
        media::areNalUnitsWhole(tag->payload, lengthSize);
    }
    return 0;
}
