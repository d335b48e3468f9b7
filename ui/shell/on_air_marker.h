#pragma once

#include <QAbstractButton>

#include "ui/models/on_air_state.h"

namespace footlight::shell {

/// The red dot at the foot of the rail with time on air and viewers; hidden while nothing is on air.
class OnAirMarker final : public QAbstractButton {
    Q_OBJECT
public:
    explicit OnAirMarker(QWidget* parent = nullptr);

    void setState(const models::OnAirState& state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    models::OnAirState state_;
};

}  // namespace footlight::shell
