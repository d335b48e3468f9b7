#pragma once

#include <optional>

#include "core/wire/target.h"
#include "ui/channel/route_dialog.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace footlight::channel {

/// A service to send the broadcast on to, new or known. The key is typed and never shown; of a known one it
/// may stay empty and then stays as it is.
class TargetDialog final : public RouteDialog {
    Q_OBJECT
public:
    explicit TargetDialog(const std::optional<wire::Target>& known, QWidget* parent = nullptr);

    /// What was typed; valid after accept().
    [[nodiscard]] wire::NewTarget added() const;
    [[nodiscard]] wire::TargetPatch changes() const;

private:
    void choosePreset();
    void check();

    bool isNew_;
    QComboBox* service_;
    QLineEdit* name_;
    QLineEdit* url_;
    QLineEdit* key_;
    QSpinBox* track_;
};

}  // namespace footlight::channel
