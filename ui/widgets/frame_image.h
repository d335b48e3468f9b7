#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

class QVideoFrame;

namespace footlight::widgets {

/// Turns 4:2:0 pictures (YUV420P, NV12) into RGB at the size at which they are shown, scaling and converting
/// row by row, and keeps its buffers. Other formats go through Qt. One per view, used on one thread.
class FrameImage final {
public:
    /// The frame in `size` device pixels; null where it cannot be read. Valid until the next call.
    const QImage& convert(const QVideoFrame& frame, QSize size);
    [[nodiscard]] const QImage& last() const { return image_; }

private:
    struct Axis {
        std::vector<int> index;            ///< of the left (upper) neighbour
        std::vector<std::uint8_t> weight;  ///< of the right (lower) neighbour, 0 to 255
        int from = 0;
        int to = 0;

        void fit(int fromSize, int toSize);
    };
    struct Plane {
        const std::uint8_t* data = nullptr;
        int stride = 0;
        int step = 1;  ///< bytes between neighbours: 2 where U and V are interleaved
    };

    void convertPlanes(const Plane& luma, const Plane& u, const Plane& v, bool bt709, bool fullRange);
    const std::uint8_t* scaledRow(const Plane& plane, const Axis& across, const Axis& down, int row,
                                  std::vector<std::uint8_t>& out);
    void fit(QSize source, QSize target);

    QImage image_;
    Axis lumaAcross_;
    Axis lumaDown_;
    Axis chromaAcross_;
    Axis chromaDown_;
    std::vector<std::uint8_t> blended_;
    std::vector<std::uint8_t> lumaRow_;
    std::vector<std::uint8_t> uHalf_;
    std::vector<std::uint8_t> vHalf_;
    std::vector<std::uint8_t> uRow_;
    std::vector<std::uint8_t> vRow_;
};

}  // namespace footlight::widgets
