#include "ui/studio/health_panel.h"

#include <QGridLayout>
#include <QLocale>

#include "core/capture/broadcaster.h"
#include "ui/models/wording.h"
#include "ui/studio/advice_list.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

constexpr std::size_t kSecondsJudged = 10;
constexpr double kTolerableShare = 0.01;

std::optional<double> roundTripMs(const capture::LiveStatistics& statistics) {
    std::optional<double> worst;
    for (const auto& destination : statistics.destinations) {
        if (destination.roundTrip) {
            const double ms = static_cast<double>(destination.roundTrip->count()) / 1000.0;
            worst = worst ? std::max(*worst, ms) : ms;
        }
    }
    return worst;
}

}  // namespace

HealthPanel::HealthPanel(QWidget* parent)
    : QFrame(parent),
      grid_(new QGridLayout),
      verdict_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      mark_(new widgets::IconView(QStringLiteral("check"), theme::IconTone::Good, this)),
      time_(addFigure(tr("On air"), 0, 0)),
      viewers_(addFigure(tr("Viewers"), 0, 1)),
      bitrate_(addFigure(tr("Bitrate"), 0, 2)),
      rate_(addFigure(tr("Frames/s"), 2, 0)),
      keyFrames_(addFigure(tr("Key frames"), 2, 1)),
      dropped_(addFigure(tr("Dropped"), 2, 2)),
      roundTrip_(addFigure(tr("Round trip"), 4, 0)),
      drift_(addFigure(tr("Drift"), 4, 1)),
      lost_(addFigure(tr("Lost"), 4, 2)),
      advice_(new AdviceList(this)) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("Health of the broadcast"));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kGap4);
    head->addWidget(new widgets::TextLabel(tr("Health"), theme::TextRole::Body, QFont::DemiBold, this), 1);
    head->addWidget(mark_);
    head->addWidget(verdict_);
    verdict_->setSecondary();
    grid_->setHorizontalSpacing(theme::kGap12);
    grid_->setVerticalSpacing(0);
    for (int column = 0; column < 3; ++column) {
        grid_->setColumnStretch(column, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap8);
    layout->addLayout(head);
    layout->addLayout(grid_);
    layout->addWidget(advice_);
    showStatistics({});
    showArrival(std::nullopt);
}

widgets::FigureLabel* HealthPanel::addFigure(const QString& name, int row, int column) {
    auto* label = new widgets::TextLabel(name, theme::TextRole::Caption, QFont::Normal, this);
    label->setSecondary();
    label->setFit(widgets::TextLabel::Fit::Elide);
    if (row > 0) {
        label->setContentsMargins(0, theme::kGap8, 0, 0);
    }
    auto* figure = new widgets::FigureLabel(theme::TextRole::Section, this);
    figure->setAccessibleName(name);
    grid_->addWidget(label, row, column);
    grid_->addWidget(figure, row + 1, column);
    return figure;
}

void HealthPanel::showViewers(std::optional<qint64> viewers) {
    viewers_->setText(models::countText(viewers));
}

// Of the last ten seconds: what was lost while everything started says nothing about now.
bool HealthPanel::isLosing(const capture::LiveStatistics& statistics) {
    lastSeconds_.push_back({statistics.encodedFrames, statistics.droppedFrames()});
    if (lastSeconds_.size() > kSecondsJudged) {
        lastSeconds_.pop_front();
    }
    const auto encoded =
        static_cast<double>(lastSeconds_.back().encoded) - static_cast<double>(lastSeconds_.front().encoded);
    const auto dropped =
        static_cast<double>(lastSeconds_.back().dropped) - static_cast<double>(lastSeconds_.front().dropped);
    return dropped > kTolerableShare * encoded;
}

void HealthPanel::showStatistics(const capture::LiveStatistics& statistics) {
    const bool onAir = statistics.onAir;
    isOnAir_ = onAir;
    if (!onAir) {
        lastSeconds_.clear();
    }
    const auto known = [onAir](const QString& text) { return onAir ? text : QString(); };
    time_->setText(
        known(models::clockText(std::chrono::duration_cast<std::chrono::seconds>(statistics.timeOnAir))));
    bitrate_->setText(known(models::bitrateText(statistics.kbps)));
    bitrate_->setToolTip(
        known(tr("%1 kbit/s over the last second").arg(QLocale().toString(statistics.kbps, 'f', 0))));
    rate_->setText(known(QLocale().toString(statistics.fps, 'f', 0)));
    rate_->setToolTip(known(tr("%1 over the last second").arg(QLocale().toString(statistics.fps, 'f', 2))));
    const auto dropped = static_cast<qint64>(statistics.droppedFrames());
    dropped_->setText(known(models::countText(dropped)));
    dropped_->setToolTip(known(tr("%1 not encoded, %2 not drawn in time, the rest not sent in time, of %3")
                                   .arg(statistics.skippedFrames)
                                   .arg(statistics.laggedFrames)
                                   .arg(statistics.encodedFrames)));
    roundTrip_->setText(known(models::delayText(roundTripMs(statistics))));
    isLosing_ = onAir && isLosing(statistics);
    showVerdict();
}

void HealthPanel::showArrival(const std::optional<wire::Health>& health) {
    arrival_ = health;
    const QLocale locale;
    const bool arrives = health && health->publishing;
    const auto known = [arrives](const QString& text) { return arrives ? text : QString(); };
    const auto& stream = health ? health->health : wire::StreamHealth{};
    keyFrames_->setText(arrives && stream.keyFrameInterval > 0
                            ? tr("%1 s").arg(locale.toString(stream.keyFrameInterval, 'f', 1))
                            : QString());
    keyFrames_->setToolTip(known(tr("Seconds from one key frame to the next, as they arrive")));
    drift_->setText(known(tr("%1 ms").arg(locale.toString(stream.driftMs, 'f', 0))));
    drift_->setToolTip(known(tr("How far the stream has fallen behind its own time on the way")));
    lost_->setText(known(models::countText(stream.lost)));
    lost_->setToolTip(known(tr("Network packets that were lost on the way")));
    if (!isOnAir_) {
        bitrate_->setText(known(models::bitrateText(static_cast<double>(stream.bitrate) / 1000)));
        rate_->setText(known(locale.toString(stream.frameRate, 'f', 0)));
    }
    advice_->show(arrives ? stream.advice : std::vector<wire::HealthAdvice>{});
    showVerdict();
}

void HealthPanel::showVerdict() {
    const bool isLive = isOnAir_ || arrival_.has_value();
    const bool isAway = arrival_ && !arrival_->publishing;
    const bool wantsCare = isLosing_ || isAway || advice_->wantsCare();
    mark_->setVisible(isLive);
    mark_->setIcon(wantsCare ? QStringLiteral("warning") : QStringLiteral("check"),
                   wantsCare ? theme::IconTone::Care : theme::IconTone::Good);
    QString verdict = tr("Off air");
    if (isAway) {
        verdict = tr("Nothing arrives");
    } else if (isLosing_) {
        verdict = tr("Losing frames");
    } else if (isLive) {
        verdict = wantsCare ? tr("Wants care") : tr("Good");
    }
    verdict_->setText(verdict);
}

}  // namespace footlight::studio
