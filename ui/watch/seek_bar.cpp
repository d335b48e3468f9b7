#include "ui/watch/seek_bar.h"

#include <QMouseEvent>
#include <QStyle>
#include <QToolTip>

#include "ui/models/wording.h"

namespace footlight::watch {
namespace {

constexpr int kStepSeconds = 10;
constexpr int kPageSeconds = 60;
constexpr int kHandle = 12;

QString timeText(int seconds) { return models::clockText(std::chrono::seconds(seconds)); }

}  // namespace

SeekBar::SeekBar(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setAccessibleName(tr("Place in the broadcast"));
    setMouseTracking(true);
    setSingleStep(kStepSeconds);
    setPageStep(kPageSeconds);
    connect(this, &QSlider::actionTriggered, this, [this](int action) {
        if (action != SliderMove && action != SliderNoAction) {
            Q_EMIT sought(sliderPosition());
        }
    });
}

void SeekBar::showSpan(double length, double at) {
    if (isSliderDown()) {
        return;
    }
    setRange(0, static_cast<int>(length));
    setValue(static_cast<int>(at));
    setAccessibleDescription(timeText(value()));
}

int SeekBar::secondAt(const QPointF& where) const {
    return QStyle::sliderValueFromPosition(minimum(), maximum(), static_cast<int>(where.x()) - kHandle / 2,
                                           width() - kHandle);
}

void SeekBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    setSliderDown(true);
    setSliderPosition(secondAt(event->position()));
}

void SeekBar::mouseMoveEvent(QMouseEvent* event) {
    const int second = secondAt(event->position());
    QToolTip::showText(event->globalPosition().toPoint(), timeText(second), this);
    if (isSliderDown()) {
        setSliderPosition(second);
    }
}

void SeekBar::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && isSliderDown()) {
        setSliderDown(false);
        Q_EMIT sought(sliderPosition());
    }
}

}  // namespace footlight::watch
