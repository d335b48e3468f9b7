#pragma once

#include <QMenu>

class QActionGroup;
class QSpinBox;

namespace footlight::models {
class SettingsStore;
}

namespace footlight::audience {

class ChatSync;

/// Whether chat waits for the picture, and by how much more: a small menu whose choices are kept. Both that
/// are given outlive it.
class SyncMenu final : public QMenu {
    Q_OBJECT
public:
    SyncMenu(ChatSync& sync, models::SettingsStore& settings, QWidget* parent = nullptr);

private:
    void addChoices();
    void addOffset();

    ChatSync& sync_;
    models::SettingsStore& settings_;
    QActionGroup* choices_;
    QSpinBox* offset_;
};

}  // namespace footlight::audience
