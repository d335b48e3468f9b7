#include "ui/widgets/frame_image.h"

#include <QVideoFrame>
#include <QVideoFrameFormat>
#include <algorithm>

namespace footlight::widgets {
namespace {

// Coefficients of ITU-R BT.601 and BT.709 with this many fractional bits.
constexpr int kShift = 10;

struct Matrix {
    int lumaOffset;
    int luma;
    int redV;
    int greenU;
    int greenV;
    int blueU;
};

Matrix matrixOf(bool bt709, bool fullRange) {
    if (fullRange) {
        return bt709 ? Matrix{0, 1024, 1613, 192, 479, 1900} : Matrix{0, 1024, 1436, 352, 731, 1815};
    }
    return bt709 ? Matrix{16, 1192, 1836, 218, 546, 2163} : Matrix{16, 1192, 1634, 401, 832, 2066};
}

inline std::uint32_t clampByte(int value) { return static_cast<std::uint32_t>(std::clamp(value, 0, 255)); }

// Plain loops over plain arrays: the compiler makes vectors of them.
void convertRow(const std::uint8_t* y, const std::uint8_t* u, const std::uint8_t* v, std::uint32_t* out,
                int count, const Matrix& m) {
    for (int i = 0; i < count; ++i) {
        const int luma = (y[i] - m.lumaOffset) * m.luma + (1 << (kShift - 1));
        const int cb = u[i] - 128;
        const int cr = v[i] - 128;
        const std::uint32_t red = clampByte((luma + cr * m.redV) >> kShift);
        const std::uint32_t green = clampByte((luma - cb * m.greenU - cr * m.greenV) >> kShift);
        const std::uint32_t blue = clampByte((luma + cb * m.blueU) >> kShift);
        out[i] = 0xFF000000U | red << 16U | green << 8U | blue;
    }
}

void blendRows(const std::uint8_t* a, const std::uint8_t* b, int weight, std::uint8_t* out, int count) {
    for (int i = 0; i < count; ++i) {
        out[i] = static_cast<std::uint8_t>((a[i] * (256 - weight) + b[i] * weight) >> 8);
    }
}

void doubleRow(const std::uint8_t* half, std::uint8_t* out, int count) {
    for (int i = 0; i < count / 2; ++i) {
        out[2 * i] = half[i];
        out[2 * i + 1] = half[i];
    }
    if (count % 2 == 1) {
        out[count - 1] = half[count / 2];
    }
}

}  // namespace

void FrameImage::Axis::fit(int fromSize, int toSize) {
    if (from == fromSize && to == toSize) {
        return;
    }
    from = fromSize;
    to = toSize;
    index.resize(static_cast<std::size_t>(toSize));
    weight.resize(static_cast<std::size_t>(toSize));
    for (int i = 0; i < toSize; ++i) {
        const double centre = std::max(0.0, (i + 0.5) * fromSize / toSize - 0.5);
        const int left = std::min(static_cast<int>(centre), fromSize - 1);
        const auto at = static_cast<std::size_t>(i);
        index[at] = left;
        weight[at] = left + 1 < fromSize ? static_cast<std::uint8_t>((centre - left) * 255) : 0;
    }
}

void FrameImage::fit(QSize source, QSize target) {
    const int chromaWidth = (target.width() + 1) / 2;
    lumaAcross_.fit(source.width(), target.width());
    lumaDown_.fit(source.height(), target.height());
    chromaAcross_.fit((source.width() + 1) / 2, chromaWidth);
    chromaDown_.fit((source.height() + 1) / 2, (target.height() + 1) / 2);
    // One more at the end: the last column's right neighbour is read with weight 0.
    blended_.resize(static_cast<std::size_t>(source.width()) + 4);
    lumaRow_.resize(static_cast<std::size_t>(target.width()));
    uHalf_.resize(static_cast<std::size_t>(chromaWidth));
    vHalf_.resize(static_cast<std::size_t>(chromaWidth));
    uRow_.resize(static_cast<std::size_t>(target.width()) + 1);
    vRow_.resize(static_cast<std::size_t>(target.width()) + 1);
    if (image_.size() != target) {
        image_ = QImage(target, QImage::Format_RGB32);
    }
}

const std::uint8_t* FrameImage::scaledRow(const Plane& plane, const Axis& across, const Axis& down, int row,
                                          std::vector<std::uint8_t>& out) {
    const auto at = static_cast<std::size_t>(row);
    const std::uint8_t* upper = plane.data + static_cast<std::ptrdiff_t>(down.index[at]) * plane.stride;
    const int weight = down.weight[at];
    const std::uint8_t* line = upper;
    if (weight != 0 || across.from != across.to || plane.step != 1) {
        const std::uint8_t* lower = weight == 0 ? upper : upper + plane.stride;
        blendRows(upper, lower, weight, blended_.data(), (across.from - 1) * plane.step + 1);
        line = blended_.data();
    }
    if (across.from == across.to && plane.step == 1) {
        return line;
    }
    for (std::size_t i = 0; i < out.size() && i < across.index.size(); ++i) {
        const std::uint8_t* left = line + across.index[i] * plane.step;
        const int part = across.weight[i];
        out[i] = static_cast<std::uint8_t>((left[0] * (256 - part) + left[plane.step] * part) >> 8);
    }
    return out.data();
}

void FrameImage::convertPlanes(const Plane& luma, const Plane& u, const Plane& v, bool bt709,
                               bool fullRange) {
    const Matrix matrix = matrixOf(bt709, fullRange);
    const int width = image_.width();
    for (int row = 0; row < image_.height(); ++row) {
        if (row % 2 == 0) {
            doubleRow(scaledRow(u, chromaAcross_, chromaDown_, row / 2, uHalf_), uRow_.data(), width);
            doubleRow(scaledRow(v, chromaAcross_, chromaDown_, row / 2, vHalf_), vRow_.data(), width);
        }
        const std::uint8_t* y = scaledRow(luma, lumaAcross_, lumaDown_, row, lumaRow_);
        convertRow(y, uRow_.data(), vRow_.data(), reinterpret_cast<std::uint32_t*>(image_.scanLine(row)),
                   width, matrix);
    }
}

const QImage& FrameImage::convert(const QVideoFrame& source, QSize size) {
    QVideoFrame frame = source;
    const auto format = frame.pixelFormat();
    const bool nv12 = format == QVideoFrameFormat::Format_NV12;
    if (!nv12 && format != QVideoFrameFormat::Format_YUV420P) {
        image_ = frame.toImage().scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return image_;
    }
    if (size.isEmpty() || !frame.map(QVideoFrame::ReadOnly)) {
        image_ = QImage();
        return image_;
    }
    fit(frame.size(), size);
    const Plane luma{frame.bits(0), frame.bytesPerLine(0), 1};
    const Plane u{frame.bits(1), frame.bytesPerLine(1), nv12 ? 2 : 1};
    const Plane v = nv12 ? Plane{frame.bits(1) + 1, frame.bytesPerLine(1), 2}
                         : Plane{frame.bits(2), frame.bytesPerLine(2), 1};
    const auto surface = frame.surfaceFormat();
    convertPlanes(luma, u, v, surface.colorSpace() != QVideoFrameFormat::ColorSpace_BT601,
                  surface.colorRange() == QVideoFrameFormat::ColorRange_Full);
    frame.unmap();
    return image_;
}

}  // namespace footlight::widgets
