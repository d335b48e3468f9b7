#pragma once

#include <QVideoFrame>
#include <QVideoSink>
#include <QWidget>
#include <atomic>
#include <mutex>

#include "ui/widgets/frame_image.h"

namespace footlight::widgets {

/// Shows the newest picture of its sink, letterboxed, converted only at the size at which it is shown. The
/// sink may be fed from any thread; pictures that come faster than they can be painted are skipped.
class VideoView final : public QWidget {
    Q_OBJECT
public:
    explicit VideoView(QWidget* parent = nullptr);
    ~VideoView() override;

    [[nodiscard]] QVideoSink* sink() { return &sink_; }
    /// Black until the next picture.
    void clear();
    [[nodiscard]] bool hasPicture() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect pictureRect(QSize picture) const;

    mutable std::mutex mutex_;
    QVideoFrame newest_;  ///< under mutex_
    std::atomic<bool> posted_ = false;
    bool converted_ = false;
    QSize convertedSize_;
    FrameImage image_;
    QVideoSink sink_;
};

}  // namespace footlight::widgets
