#pragma once

#include <QFrame>

#include "ui/studio/broadcast_controller.h"

class QAction;
class QLineEdit;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::studio {

/// The foot of the Studio: title, where it goes, and the one button.
class BroadcastBar final : public QFrame {
    Q_OBJECT
public:
    explicit BroadcastBar(BroadcastController& controller, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// Says beside the title that it was saved, or why not.
    void showTitleSaved(const QString& problem);
    /// Reads the destinations' names again.
    void refreshDestinations();
    [[nodiscard]] QAction* command() const { return command_; }

Q_SIGNALS:
    /// The person has finished editing it, or goes live with it.
    void titleEdited(const QString& title);

private:
    void press();
    void confirmEnd();
    void showPhase();

    BroadcastController& controller_;
    QLineEdit* title_;
    widgets::TextLabel* note_;
    widgets::TextLabel* destinations_;
    QPushButton* button_;
    QAction* command_;
};

}  // namespace footlight::studio
