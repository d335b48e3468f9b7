#include "tests/core/capture/picture_reader.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <cstring>

#include "core/media/types/time_strip.h"

namespace footlight::capture {

struct PictureReader::State {
    AVCodecContext* decoder = nullptr;
    AVFrame* frame = av_frame_alloc();
    AVPacket* packet = av_packet_alloc();
};

PictureReader::PictureReader(const media::VideoTrack& track) : state_(std::make_unique<State>()) {
    const auto* codec = avcodec_find_decoder(AV_CODEC_ID_H264);
    state_->decoder = avcodec_alloc_context3(codec);
    const auto& configuration = track.configuration;
    state_->decoder->extradata =
        static_cast<std::uint8_t*>(av_mallocz(configuration.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    std::memcpy(state_->decoder->extradata, configuration.data(), configuration.size());
    state_->decoder->extradata_size = static_cast<int>(configuration.size());
    state_->decoder->flags |= AV_CODEC_FLAG_LOW_DELAY;
    state_->decoder->thread_count = 1;
    avcodec_open2(state_->decoder, codec, nullptr);
}

PictureReader::~PictureReader() {
    avcodec_free_context(&state_->decoder);
    av_frame_free(&state_->frame);
    av_packet_free(&state_->packet);
}

std::optional<PictureReader::Picture> PictureReader::decode(const media::Packet& packet) {
    av_new_packet(state_->packet, static_cast<int>(packet.payload->size()));
    std::memcpy(state_->packet->data, packet.payload->data(), packet.payload->size());
    avcodec_send_packet(state_->decoder, state_->packet);
    av_packet_unref(state_->packet);
    if (avcodec_receive_frame(state_->decoder, state_->frame) != 0) {
        return std::nullopt;
    }
    const auto& frame = *state_->frame;
    Picture picture{.width = frame.width, .height = frame.height, .strip = {}};
    picture.strip = media::time_strip::read(frame.data[0], frame.linesize[0], frame.width, frame.height);
    av_frame_unref(state_->frame);
    return picture;
}

}  // namespace footlight::capture
