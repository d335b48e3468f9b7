#include "ui/widgets/level_meter.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/tokens.h"

namespace footlight::widgets {
namespace {

constexpr float kFloorDb = -60.0F;
constexpr float kCareDb = -18.0F;
constexpr float kHotDb = -5.0F;
constexpr float kFallDbPerFrame = 0.9F;
constexpr int kHoldFrames = 45;
constexpr std::chrono::milliseconds kFrame{33};

}  // namespace

LevelMeter::LevelMeter(QWidget* parent)
    : QWidget(parent), target_(kFloorDb), shown_(kFloorDb), heldPeak_(kFloorDb) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    frames_.setInterval(kFrame);
    connect(&frames_, &QTimer::timeout, this, &LevelMeter::step);
}

void LevelMeter::setLevel(float magnitudeDb, float peakDb) {
    target_ = std::clamp(magnitudeDb, kFloorDb, 0.0F);
    const float peak = std::clamp(peakDb, kFloorDb, 0.0F);
    if (peak >= heldPeak_) {
        heldPeak_ = peak;
        framesHeld_ = 0;
    }
    if (isVisible() && !frames_.isActive() && (target_ > kFloorDb || heldPeak_ > kFloorDb)) {
        frames_.start();
    }
}

void LevelMeter::step() {
    shown_ = target_ >= shown_ ? target_ : std::max(target_, shown_ - kFallDbPerFrame);
    if (++framesHeld_ > kHoldFrames) {
        heldPeak_ = std::max(kFloorDb, heldPeak_ - kFallDbPerFrame);
    }
    update();
    if (!isVisible() || (shown_ <= kFloorDb && heldPeak_ <= kFloorDb)) {
        frames_.stop();
    }
}

qreal LevelMeter::positionOf(float decibels) const {
    return width() * static_cast<qreal>(1 - decibels / kFloorDb);
}

void LevelMeter::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    const QRectF field(0, (height() - 6) / 2.0, width(), 6);
    painter.setPen(Qt::NoPen);
    painter.fillRect(field, tokens.controlHover);
    const qreal level = positionOf(shown_);
    const auto part = [&](float from, float to, const QColor& colour) {
        const qreal left = positionOf(from);
        const qreal right = std::min(positionOf(to), level);
        if (right > left) {
            painter.fillRect(QRectF(left, field.top(), right - left, field.height()), colour);
        }
    };
    part(kFloorDb, kCareDb, tokens.good);
    part(kCareDb, kHotDb, tokens.care);
    part(kHotDb, 0, tokens.text);
    if (heldPeak_ > kFloorDb) {
        painter.fillRect(QRectF(positionOf(heldPeak_) - 2, field.top(), 2, field.height()), tokens.text);
    }
}

}  // namespace footlight::widgets
