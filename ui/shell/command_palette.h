#pragma once

#include "ui/widgets/floating_panel.h"

class QAction;
class QLineEdit;
class QListView;

namespace footlight::shell {

class ActionListModel;

/// Ctrl+K: a field over the window that finds every action, says its shortcut, and does it on Enter. A window
/// of its own, so that it floats above native previews.
class CommandPalette final : public widgets::FloatingPanel {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    void open(const QList<QAction*>& actions);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void runCurrent();
    bool moveBy(int rows);

    ActionListModel* model_;
    QLineEdit* field_;
    QListView* list_;
};

}  // namespace footlight::shell
