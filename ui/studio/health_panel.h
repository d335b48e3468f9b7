#pragma once

#include <QFrame>
#include <deque>
#include <optional>

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

/// How the broadcast does: time on air, viewers, bitrate, pictures a second, dropped frames, round trip.
/// Unknown is "–"; exact values on hover.
class HealthPanel final : public QFrame {
    Q_OBJECT
public:
    explicit HealthPanel(QWidget* parent = nullptr);

    void showStatistics(const capture::LiveStatistics& statistics);
    void showViewers(std::optional<qint64> viewers);

private:
    struct Total {
        std::uint64_t encoded = 0;
        std::uint64_t dropped = 0;
    };

    [[nodiscard]] bool isLosing(const capture::LiveStatistics& statistics);
    widgets::FigureLabel* addFigure(const QString& name, int row, int column);

    std::deque<Total> lastSeconds_;  ///< at most ten, the oldest first
    QGridLayout* grid_;
    widgets::TextLabel* verdict_;
    widgets::IconView* mark_;
    widgets::FigureLabel* time_;
    widgets::FigureLabel* viewers_;
    widgets::FigureLabel* bitrate_;
    widgets::FigureLabel* rate_;
    widgets::FigureLabel* dropped_;
    widgets::FigureLabel* roundTrip_;
};

}  // namespace footlight::studio
