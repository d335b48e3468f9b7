#pragma once

#include <QDialog>
#include <optional>

#include "core/wire/target.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

/// A service to send the broadcast on to, new or known. The key is typed and never shown; of a known one it
/// may stay empty and then stays as it is.
class TargetDialog final : public QDialog {
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
    widgets::TextLabel* hint_;
    QPushButton* save_;
};

}  // namespace footlight::channel
