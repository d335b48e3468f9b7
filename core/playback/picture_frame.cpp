#include "core/playback/picture_frame.h"

#include <QVideoFrameFormat>
#include <algorithm>
#include <cstring>

#include "core/media/types/time_strip.h"

namespace footlight::playback {
namespace {

using media::ffmpeg::ColourMatrix;
using media::ffmpeg::Picture;
using media::ffmpeg::PixelLayout;

constexpr int kHighDefinitionHeight = 720;

QVideoFrameFormat::ColorSpace colourSpaceOf(const Picture& picture) {
    switch (picture.matrix()) {
        case ColourMatrix::Bt601:
            return QVideoFrameFormat::ColorSpace_BT601;
        case ColourMatrix::Bt709:
            return QVideoFrameFormat::ColorSpace_BT709;
        case ColourMatrix::Bt2020:
            return QVideoFrameFormat::ColorSpace_BT2020;
        case ColourMatrix::Unknown:
            break;
    }
    return picture.height() >= kHighDefinitionHeight ? QVideoFrameFormat::ColorSpace_BT709
                                                     : QVideoFrameFormat::ColorSpace_BT601;
}

void copyPlane(const media::ffmpeg::PlaneView& from, std::uint8_t* to, std::ptrdiff_t stride) {
    if (from.stride == stride) {
        std::memcpy(to, from.data, static_cast<std::size_t>(stride * (from.rows - 1) + from.rowBytes));
        return;
    }
    for (int row = 0; row < from.rows; ++row) {
        std::memcpy(to + row * stride, from.data + row * from.stride,
                    static_cast<std::size_t>(from.rowBytes));
    }
}

}  // namespace

QVideoFrame toVideoFrame(const Picture& picture) {
    const bool isNv12 = picture.layout() == PixelLayout::Nv12;
    QVideoFrameFormat format(QSize(picture.width(), picture.height()),
                             isNv12 ? QVideoFrameFormat::Format_NV12 : QVideoFrameFormat::Format_YUV420P);
    format.setColorSpace(colourSpaceOf(picture));
    format.setColorRange(picture.isFullRange() ? QVideoFrameFormat::ColorRange_Full
                                               : QVideoFrameFormat::ColorRange_Video);
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly)) {
        return {};
    }
    for (int plane = 0; plane < frame.planeCount(); ++plane) {
        copyPlane(picture.plane(plane), frame.bits(plane), frame.bytesPerLine(plane));
    }
    frame.unmap();
    return frame;
}

std::optional<UtcTime> stripTimeOf(const Picture& picture) {
    if (picture.width() < media::time_strip::kCellsAcross * 4 ||
        picture.height() < media::time_strip::kRowsDown * 2) {
        return std::nullopt;
    }
    const auto luma = picture.plane(0);
    return media::time_strip::read(luma.data, luma.stride, picture.width(), picture.height());
}

}  // namespace footlight::playback
