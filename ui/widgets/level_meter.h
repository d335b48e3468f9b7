#pragma once

#include <QTimer>
#include <QWidget>

namespace footlight::widgets {

/// A sound level in dB full scale, drawn at most 30 times a second and only while something moves: the
/// loudness as a bar that falls slowly, the peak of the last second and a half as a line.
class LevelMeter final : public QWidget {
    Q_OBJECT
public:
    explicit LevelMeter(QWidget* parent = nullptr);

    /// Levels in dB full scale; -infinity is silence.
    void setLevel(float magnitudeDb, float peakDb);
    [[nodiscard]] float heldPeakDb() const { return heldPeak_; }

    [[nodiscard]] QSize sizeHint() const override { return {160, 8}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {48, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void step();
    [[nodiscard]] qreal positionOf(float decibels) const;

    QTimer frames_;
    float target_;
    float shown_;
    float heldPeak_;
    int framesHeld_ = 0;
};

}  // namespace footlight::widgets
