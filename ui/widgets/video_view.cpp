#include "ui/widgets/video_view.h"

#include <QPaintEvent>
#include <QPainter>

namespace footlight::widgets {

VideoView::VideoView(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
    setMinimumSize(160, 90);
    // Direct: on the thread of whoever feeds the sink. Only the newest frame is kept.
    connect(
        &sink_, &QVideoSink::videoFrameChanged, this,
        [this](const QVideoFrame& frame) {
            {
                const std::lock_guard guard(mutex_);
                newest_ = frame;
            }
            if (!posted_.exchange(true)) {
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        posted_ = false;
                        converted_ = false;
                        update();
                    },
                    Qt::QueuedConnection);
            }
        },
        Qt::DirectConnection);
}

VideoView::~VideoView() { sink_.disconnect(this); }

void VideoView::clear() {
    {
        const std::lock_guard guard(mutex_);
        newest_ = {};
    }
    converted_ = false;
    update();
}

bool VideoView::hasPicture() const {
    const std::lock_guard guard(mutex_);
    return newest_.isValid();
}

QRect VideoView::pictureRect(QSize picture) const {
    const QSize fitted = picture.scaled(size(), Qt::KeepAspectRatio);
    return {QPoint((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted};
}

void VideoView::paintEvent(QPaintEvent* event) {
    QVideoFrame frame;
    {
        const std::lock_guard guard(mutex_);
        frame = newest_;
    }
    QPainter painter(this);
    if (!frame.isValid()) {
        painter.fillRect(event->rect(), Qt::black);
        return;
    }
    const QRect place = pictureRect(frame.size());
    const QSize pixels = place.size() * devicePixelRatioF();
    const bool fresh = converted_ && convertedSize_ == pixels;
    const QImage& image = fresh ? image_.last() : image_.convert(frame, pixels);
    converted_ = true;
    convertedSize_ = pixels;
    for (const QRect& bar : QRegion(rect()).subtracted(place)) {
        painter.fillRect(bar, Qt::black);
    }
    painter.drawImage(place, image);
}

}  // namespace footlight::widgets
