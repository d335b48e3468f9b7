#pragma once

#include "ui/widgets/floating_panel.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace footlight::wire {
struct Notification;
}

namespace footlight::people {

class Inbox;

/// The inbox, below the bell until a click elsewhere.
class InboxPanel final : public widgets::FloatingPanel {
    Q_OBJECT
public:
    InboxPanel(Inbox& inbox, QWidget* window);

    /// Its top right corner is there, in global coordinates.
    void openAt(const QPoint& topRight);

Q_SIGNALS:
    /// The place where it happened is to be shown.
    void chosen(const footlight::wire::Notification& notification);
    void choicesAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeading();
    void showItems();
    void choose(int row);

    Inbox& inbox_;
    QPushButton* readAll_ = nullptr;
    QPushButton* more_;
    QListView* list_;
    QStackedWidget* stack_;
};

}  // namespace footlight::people
