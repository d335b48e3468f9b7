#pragma once

#include <QWidget>

#include "core/capture/source.h"

class QSlider;
class QToolButton;

namespace footlight::widgets {
class FigureLabel;
class LevelMeter;
}  // namespace footlight::widgets

namespace footlight::studio {

/// One source's sound: name, level, fader and mute.
class MixerStrip final : public QWidget {
    Q_OBJECT
public:
    explicit MixerStrip(const capture::Source& source, QWidget* parent = nullptr);

    [[nodiscard]] widgets::LevelMeter& meter() { return *meter_; }

Q_SIGNALS:
    void volumeChanged(double decibels);
    void mutedChanged(bool muted);

private:
    void showVolume();
    void showMuted();

    QString name_;
    widgets::LevelMeter* meter_;
    QSlider* fader_;
    widgets::FigureLabel* figure_;
    QToolButton* mute_;
};

/// Faders feel even to the ear: dB for a position from 0 to 1, +6 dB at the top, -96 (silence) at the foot.
double decibelsOfFader(double position);
double faderOfDecibels(double decibels);

}  // namespace footlight::studio
