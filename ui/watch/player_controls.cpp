#include "ui/watch/player_controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/watch/seek_bar.h"
#include "ui/widgets/figure_label.h"

namespace footlight::watch {
namespace {

// Further behind than this the play head is not "live" to a person.
constexpr double kEdgeSlackSeconds = 2.0;

void rename(QAbstractButton& button, const QString& icon, const QString& name, const QString& tip) {
    button.setIcon(theme::icon(icon, theme::IconTone::OnPicture));
    button.setAccessibleName(name);
    button.setToolTip(tip);
}

}  // namespace

PlayerControls::PlayerControls(QWidget* parent)
    : QFrame(parent),
      seek_(new SeekBar(this)),
      play_(addTool(QStringLiteral("pause"), tr("Pause"))),
      live_(new QPushButton(tr("Live"), this)),
      mute_(addTool(QStringLiteral("volume"), tr("Mute"))),
      volume_(new QSlider(Qt::Horizontal, this)),
      place_(new widgets::FigureLabel(theme::TextRole::Body, this)),
      latency_(new widgets::FigureLabel(theme::TextRole::Body, this)),
      fullScreen_(addTool(QStringLiteral("full-screen"), tr("Full screen"))) {
    setProperty("surface", QStringLiteral("overlay"));
    setAccessibleName(tr("Player controls"));
    live_->setProperty("tone", QStringLiteral("quiet"));
    volume_->setRange(0, 100);
    volume_->setPageStep(10);
    volume_->setFixedWidth(96);
    volume_->setAccessibleName(tr("Volume"));
    latency_->setAccessibleName(tr("Latency"));
    latency_->setOnPicture();
    place_->setAccessibleName(tr("Time"));
    place_->setOnPicture();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kGap8, theme::kGap4, theme::kGap8, theme::kGap4);
    column->setSpacing(0);
    column->addWidget(seek_);
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(theme::kGap4);
    row->addWidget(play_);
    row->addWidget(live_);
    row->addWidget(mute_);
    row->addWidget(volume_);
    row->addSpacing(theme::kGap8);
    row->addWidget(place_);
    row->addStretch(1);
    row->addWidget(latency_);
    row->addSpacing(theme::kGap8);
    row->addWidget(fullScreen_);
    connect(play_, &QToolButton::clicked, this, &PlayerControls::playPauseAsked);
    connect(live_, &QPushButton::clicked, this, &PlayerControls::liveAsked);
    connect(seek_, &SeekBar::sought, this, &PlayerControls::seekAsked);
    connect(mute_, &QToolButton::clicked, this, &PlayerControls::muteAsked);
    connect(volume_, &QSlider::valueChanged, this, &PlayerControls::volumeAsked);
    connect(fullScreen_, &QToolButton::clicked, this, &PlayerControls::fullScreenAsked);
    showState(playback::Player::State::Idle);
    showStatistics({});
    showVolume(100, false);
    showFullScreen(false);
    showSpan(0, 0);
}

bool PlayerControls::showSpan(double length, double at) {
    const bool isShown = length > 0;
    const bool hasChanged = seek_->isHidden() == isShown;
    seek_->setVisible(isShown);
    place_->setVisible(isShown);
    if (isShown) {
        seek_->showSpan(length, at);
        const auto text = [](double seconds) {
            return models::clockText(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
        };
        place_->setText(QStringLiteral("%1 / %2").arg(text(std::min(at, length)), text(length)));
    }
    return hasChanged;
}

QToolButton* PlayerControls::addTool(const QString& icon, const QString& name) {
    auto* tool = new QToolButton(this);
    tool->setProperty("tone", QStringLiteral("icon"));
    rename(*tool, icon, name, name);
    return tool;
}

void PlayerControls::showState(playback::Player::State state) {
    using State = playback::Player::State;
    const bool plays = state == State::Playing || state == State::Buffering;
    const bool paused = state == State::Paused;
    rename(*play_, paused ? QStringLiteral("play") : QStringLiteral("pause"),
           paused ? tr("Play") : tr("Pause"), paused ? tr("Play (K)") : tr("Pause (K)"));
    play_->setEnabled(plays || paused);
    live_->setEnabled(plays || paused);
    if (paused) {
        showAtEdge(false);
    }
}

void PlayerControls::showAtEdge(bool atEdge) {
    rename(*live_, atEdge ? QStringLiteral("live") : QStringLiteral("jump-live"),
           atEdge ? tr("Live") : tr("Jump to live"), tr("Jump to live (L)"));
    live_->setIcon(atEdge ? theme::icon(QStringLiteral("live"), theme::IconTone::OnAir)
                          : theme::icon(QStringLiteral("jump-live"), theme::IconTone::OnPicture));
    live_->setText(atEdge ? tr("Live") : tr("Jump to live"));
}

void PlayerControls::showStatistics(const playback::Statistics& statistics) {
    const QLocale locale;
    latency_->setText(models::delayText(statistics.latencyMs));
    QStringList lines;
    if (statistics.latencyMs) {
        lines.append(tr("Latency %1 ms, measured from the capture clock")
                         .arg(locale.toString(*statistics.latencyMs, 'f', 0)));
    }
    if (statistics.glassLatencyMs) {
        lines.append(tr("Glass to glass %1 ms, read from the picture")
                         .arg(locale.toString(*statistics.glassLatencyMs, 'f', 0)));
    }
    lines.append(
        tr("%1 kbit/s, %2 frames a second, %3 dropped, %4 stalls")
            .arg(locale.toString(statistics.bitrateKbps, 'f', 0), locale.toString(statistics.fps, 'f', 1))
            .arg(statistics.droppedFrames)
            .arg(statistics.stalls));
    lines.append(tr("%1 s buffered, speed %2")
                     .arg(locale.toString(statistics.bufferSeconds, 'f', 1),
                          locale.toString(statistics.rate, 'f', 2)));
    latency_->setToolTip(lines.join(QLatin1Char('\n')));
    latency_->setAccessibleDescription(latency_->text());
    latency_->setVisible(statistics.isLive);
    live_->setVisible(statistics.isLive);
    const double slack = statistics.targetLatencySeconds + kEdgeSlackSeconds;
    showAtEdge(!statistics.latencyMs || *statistics.latencyMs / 1000 < slack);
}

void PlayerControls::showVolume(int percent, bool muted) {
    const bool silent = muted || percent == 0;
    rename(*mute_, silent ? QStringLiteral("volume-off") : QStringLiteral("volume"),
           silent ? tr("Unmute") : tr("Mute"), silent ? tr("Unmute (M)") : tr("Mute (M)"));
    const QSignalBlocker quiet(volume_);
    volume_->setValue(muted ? 0 : percent);
}

void PlayerControls::showFullScreen(bool on) {
    rename(*fullScreen_, on ? QStringLiteral("full-screen-exit") : QStringLiteral("full-screen"),
           on ? tr("Leave full screen") : tr("Full screen"),
           on ? tr("Leave full screen (F)") : tr("Full screen (F)"));
}

}  // namespace footlight::watch
