#pragma once

#include <QWidget>

class QListView;
class QStackedWidget;

namespace footlight::widgets {
class UndoBar;
}

namespace footlight::recordings {

class RecordingDetails;
class RecordingsController;

/// What was kept of one's broadcasts: the list, and the one that is chosen. The controller outlives it.
class RecordingsPage final : public QWidget {
    Q_OBJECT
public:
    explicit RecordingsPage(RecordingsController& controller, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A playlist for our player, and what it is called.
    void playAsked(const QString& address, const QString& title);
    void studioAsked();
    /// What is wrong and what to do, for the window's status line; empty when it is over.
    void notice(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeDesk();
    void makeCommands();
    void showListOrEmpty();
    void showChosen();

    RecordingsController& controller_;
    QStackedWidget* stack_;
    widgets::UndoBar* undo_;
    QListView* list_ = nullptr;
    RecordingDetails* details_ = nullptr;
};

}  // namespace footlight::recordings
