#include "core/media/bitstream/flv_tag.h"

#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/codec_description.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

void readConfiguration(const media::flv::Tag& tag) {
    if (media::kindOf(tag.codec) == media::MediaKind::Video) {
        if (const auto track = media::videoTrackOf(tag.codec, tag.payload)) {
            fuzz::require(track->width >= 0 && track->height >= 0 && track->frameRate >= 0);
        }
    } else if (const auto track = media::audioTrackOf(tag.codec, tag.payload)) {
        fuzz::require(track->sampleRate > 0 && track->channels > 0);
    }
}

void readTag(const media::flv::Tag& tag, ByteView body) {
    fuzz::require(tag.payload.empty() ||
                  (tag.payload.data() >= body.data() &&
                   tag.payload.data() + tag.payload.size() <= body.data() + body.size()));
    fuzz::require(tag.timeOffset >= media::MediaTime(0) && tag.timeOffset <= media::MediaTime(90));
    if (tag.kind == media::flv::TagKind::Configuration || tag.codec == media::Codec::Mp3) {
        readConfiguration(tag);
    }
    for (const int lengthSize : {1, 2, 4}) {
        media::areNalUnitsWhole(tag.payload, lengthSize);
    }
}

}  // namespace

// The first byte says whether the rest is the body of an audio or of a video message.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const ByteView body = ByteView(data, size).subspan(1);
    const auto tags = data[0] == 8 ? media::flv::parseAudio(body) : media::flv::parseVideo(body);
    if (!tags) {
        fuzz::require(!tags.error().message().empty());
        return 0;
    }
    fuzz::require(tags->size() <= body.size());
    for (const media::flv::Tag& tag : *tags) {
        readTag(tag, body);
    }
    return 0;
}
