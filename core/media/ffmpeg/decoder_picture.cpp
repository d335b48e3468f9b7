#include "core/media/ffmpeg/decoder_picture.h"

namespace footlight::media::ffmpeg {

Picture::Picture(std::unique_ptr<Frame> frame) : frame_(std::move(frame)) {}
Picture::Picture(Picture&&) noexcept = default;
Picture& Picture::operator=(Picture&&) noexcept = default;
Picture::~Picture() = default;

MediaTime Picture::pts() const { return MediaTime(frame_->handle->best_effort_timestamp); }

int Picture::width() const { return frame_->handle->width; }

int Picture::height() const { return frame_->handle->height; }

PixelLayout Picture::layout() const {
    return frame_->handle->format == AV_PIX_FMT_NV12 ? PixelLayout::Nv12 : PixelLayout::Yuv420P;
}

ColourMatrix Picture::matrix() const {
    switch (frame_->handle->colorspace) {
        case AVCOL_SPC_BT709:
            return ColourMatrix::Bt709;
        case AVCOL_SPC_SMPTE170M:
        case AVCOL_SPC_BT470BG:
            return ColourMatrix::Bt601;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return ColourMatrix::Bt2020;
        default:
            return ColourMatrix::Unknown;
    }
}

bool Picture::isFullRange() const {
    return frame_->handle->color_range == AVCOL_RANGE_JPEG || frame_->handle->format == AV_PIX_FMT_YUVJ420P;
}

PlaneView Picture::plane(int index) const {
    const AVFrame& frame = *frame_->handle;
    if (index == 0) {
        return {frame.data[0], frame.linesize[0], frame.width, frame.height};
    }
    const int chromaWidth = (frame.width + 1) / 2;
    return {frame.data[index], frame.linesize[index],
            layout() == PixelLayout::Nv12 ? 2 * chromaWidth : chromaWidth, (frame.height + 1) / 2};
}

}  // namespace footlight::media::ffmpeg
