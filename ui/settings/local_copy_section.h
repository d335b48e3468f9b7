#pragma once

#include "ui/widgets/section.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace footlight::models {
class SettingsStore;
}
namespace footlight::widgets {
class TextLabel;
}

namespace footlight::settings {

/// Whether a broadcast is also written to this computer, where, and what goes when. Saved as it is changed.
class LocalCopySection final : public widgets::Section {
    Q_OBJECT
public:
    explicit LocalCopySection(models::SettingsStore& settings, QWidget* parent = nullptr);

    void useFolder(const QString& folder);

Q_SIGNALS:
    /// Holds from the next broadcast on.
    void changed();

private:
    QWidget* makeFolder();
    QSpinBox* makeAmount(const QString& key, int otherwise, int most, const QString& unit);
    void choose();
    void showRoom();

    models::SettingsStore& settings_;
    QCheckBox* on_;
    QLineEdit* folder_;
    widgets::TextLabel* room_;
};

}  // namespace footlight::settings
