#pragma once

#include <optional>

#include "core/wire/schedule.h"
#include "ui/channel/route_dialog.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace footlight::channel {

/// One announced broadcast, new or known: when, how long, what.
class EntryDialog final : public RouteDialog {
    Q_OBJECT
public:
    explicit EntryDialog(const std::optional<wire::ScheduleEntry>& known, QWidget* parent = nullptr);

    /// What was typed; valid after accept().
    [[nodiscard]] wire::NewScheduleEntry entry() const;

private:
    void check();

    QLineEdit* title_;
    QDateTimeEdit* start_;
    QComboBox* length_;
    QLineEdit* category_;
};

}  // namespace footlight::channel
