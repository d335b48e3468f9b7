#pragma once

#include <QFrame>
#include <QHash>

class QVBoxLayout;

namespace footlight::shell {

class OnAirMarker;
class RailButton;
struct Page;

/// The pages down the left edge, and the on-air marker at their foot.
class Rail final : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void addPage(const Page& page);
    void setCurrent(const QString& id);
    [[nodiscard]] OnAirMarker* marker() const { return marker_; }

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QVBoxLayout* top_;
    QVBoxLayout* bottom_;
    OnAirMarker* marker_;
    QHash<QString, RailButton*> buttons_;
};

}  // namespace footlight::shell
