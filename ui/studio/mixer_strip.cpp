#include "ui/studio/mixer_strip.h"

#include <QGridLayout>
#include <QLocale>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/studio/panel_header.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/level_meter.h"

namespace footlight::studio {
namespace {

constexpr int kFaderSteps = 1000;
constexpr double kTopDb = 6.0;
constexpr double kSilenceDb = -96.0;

}  // namespace

double decibelsOfFader(double position) {
    return position <= 0 ? kSilenceDb : std::max(kSilenceDb, 60.0 * std::log10(position) + kTopDb);
}

double faderOfDecibels(double decibels) {
    return decibels <= kSilenceDb ? 0 : std::clamp(std::pow(10.0, (decibels - kTopDb) / 60.0), 0.0, 1.0);
}

MixerStrip::MixerStrip(const capture::Source& source, QWidget* parent)
    : QWidget(parent),
      name_(QString::fromStdString(source.name)),
      meter_(new widgets::LevelMeter(this)),
      fader_(new QSlider(Qt::Horizontal, this)),
      figure_(new widgets::FigureLabel(theme::TextRole::Caption, this)),
      mute_(makeTool(QStringLiteral("volume"), tr("Mute %1").arg(name_), this)) {
    auto* title = new widgets::TextLabel(name_, theme::TextRole::Caption, QFont::Normal, this);
    title->setFit(widgets::TextLabel::Fit::Elide);
    fader_->setRange(0, kFaderSteps);
    fader_->setSingleStep(kFaderSteps / 100);
    fader_->setPageStep(kFaderSteps / 10);
    fader_->setValue(static_cast<int>(std::lround(faderOfDecibels(source.volumeDb) * kFaderSteps)));
    fader_->setAccessibleName(tr("Volume of %1").arg(name_));
    figure_->setAlignment(Qt::AlignRight);
    mute_->setCheckable(true);
    mute_->setChecked(source.muted);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap8, theme::kGap4);
    grid->setHorizontalSpacing(theme::kGap8);
    grid->setVerticalSpacing(0);
    grid->addWidget(title, 0, 0);
    grid->addWidget(figure_, 0, 1);
    grid->addWidget(mute_, 0, 2, 3, 1, Qt::AlignVCenter);
    grid->addWidget(meter_, 1, 0, 1, 2);
    grid->addWidget(fader_, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(fader_, &QSlider::valueChanged, this, [this](int position) {
        showVolume();
        Q_EMIT volumeChanged(decibelsOfFader(static_cast<double>(position) / kFaderSteps));
    });
    connect(mute_, &QToolButton::toggled, this, [this](bool muted) {
        showMuted();
        Q_EMIT mutedChanged(muted);
    });
    showVolume();
    showMuted();
}

void MixerStrip::showVolume() {
    const double decibels = decibelsOfFader(static_cast<double>(fader_->value()) / kFaderSteps);
    figure_->setText(decibels <= kSilenceDb
                         ? tr("silent")
                         : tr("%1 dB").arg(QLocale().toString(std::round(decibels * 10) / 10 + 0.0, 'f', 1)));
    fader_->setAccessibleDescription(figure_->text());
}

void MixerStrip::showMuted() {
    const bool muted = mute_->isChecked();
    mute_->setIcon(theme::icon(muted ? QStringLiteral("volume-off") : QStringLiteral("volume"),
                               muted ? theme::IconTone::Care : theme::IconTone::Plain));
    const QString name = muted ? tr("Unmute %1").arg(name_) : tr("Mute %1").arg(name_);
    mute_->setAccessibleName(name);
    mute_->setToolTip(name);
    fader_->setEnabled(!muted);
}

}  // namespace footlight::studio
