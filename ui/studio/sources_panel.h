#pragma once

#include <QFrame>

#include "ui/studio/ports.h"

class QAction;
class QListView;
class QMenu;
class QVBoxLayout;

namespace footlight::widgets {
class EmptyState;
class UndoBar;
}  // namespace footlight::widgets

namespace footlight::studio {

class SourceListModel;

/// The scene's sources: add, remove with undo, show and hide, order, rename, settings.
class SourcesPanel final : public QFrame {
    Q_OBJECT
public:
    SourcesPanel(SceneDesk& scene, SourceSettings& settings, QWidget* parent = nullptr);

    /// For the window's command palette.
    [[nodiscard]] QList<QAction*> commands() const { return commands_; }
    /// Reads the scene again after somebody else changed it.
    void refresh();

Q_SIGNALS:
    /// Sources came, went or were renamed.
    void sceneChanged();
    void refused(const QString& message);

private:
    void makeCommands();
    QWidget* makeTools();
    void fillAddMenu();
    void add(const capture::SourceKind& kind);
    void removeCurrent();
    void moveCurrent(capture::Move where);
    void toggleCurrent();
    void openProperties();
    void changed(int row);
    void updateCommands();
    [[nodiscard]] const capture::Source* current() const;

    SceneDesk& scene_;
    SourceSettings& settings_;
    SourceListModel* model_;
    QListView* list_;
    widgets::EmptyState* empty_;
    widgets::UndoBar* undo_;
    QMenu* addMenu_;
    QList<QAction*> commands_;
    QAction* add_;
    QAction* remove_;
    QAction* up_;
    QAction* down_;
    QAction* properties_;
};

}  // namespace footlight::studio
