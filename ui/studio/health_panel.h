#pragma once

#include <QFrame>
#include <deque>
#include <optional>

#include "core/wire/socket.h"

namespace footlight::capture {
struct LiveStatistics;
}
namespace footlight::widgets {
class FigureLabel;
class IconView;
class TextLabel;
}  // namespace footlight::widgets

class QGridLayout;

namespace footlight::studio {

class AdviceList;

/// How the broadcast does, as it leaves here and as it arrives at the relay: time on air, viewers, bitrate,
/// pictures a second, key frames, losses, round trip, drift; and what to change. Unknown is "–"; exact values
/// on hover. A broadcast that another encoder publishes is shown by the relay's figures alone.
class HealthPanel final : public QFrame {
    Q_OBJECT
public:
    explicit HealthPanel(QWidget* parent = nullptr);

    void showStatistics(const capture::LiveStatistics& statistics);
    void showViewers(std::optional<qint64> viewers);
    /// What the relay measured; nothing while it has nothing of ours.
    void showArrival(const std::optional<wire::Health>& health);

private:
    struct Total {
        std::uint64_t encoded = 0;
        std::uint64_t dropped = 0;
    };

    [[nodiscard]] bool isLosing(const capture::LiveStatistics& statistics);
    widgets::FigureLabel* addFigure(const QString& name, int row, int column);
    void showVerdict();

    std::deque<Total> lastSeconds_;  ///< at most ten, the oldest first
    bool isOnAir_ = false;           ///< from this Studio
    bool isLosing_ = false;
    std::optional<wire::Health> arrival_;
    QGridLayout* grid_;
    widgets::TextLabel* verdict_;
    widgets::IconView* mark_;
    widgets::FigureLabel* time_;
    widgets::FigureLabel* viewers_;
    widgets::FigureLabel* bitrate_;
    widgets::FigureLabel* rate_;
    widgets::FigureLabel* keyFrames_;
    widgets::FigureLabel* dropped_;
    widgets::FigureLabel* roundTrip_;
    widgets::FigureLabel* drift_;
    widgets::FigureLabel* lost_;
    AdviceList* advice_;
};

}  // namespace footlight::studio
