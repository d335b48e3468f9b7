#pragma once

#include <QObject>
#include <vector>

#include "ui/chat/chat_line.h"

class QMenu;
class QWidget;

namespace footlight::chatui {

class ChatController;

/// What can be done with a line.
enum class LineAction : std::uint8_t {
    Reply,
    Mention,
    Copy,
    Edit,
    Pin,
    Unpin,
    Delete,
    TimeOut,
    Ban,
    SayAgain,
    Discard,
};

/// Does to lines what a person asks: by the bar over a line, by its menu, by keyboard. What cannot be taken
/// back is asked about first. Lives with the panel.
class LineDesk final : public QObject {
    Q_OBJECT
public:
    /// `owner` is the parent of its menus and dialogs.
    LineDesk(ChatController& chat, QWidget& owner);

    /// What this person may do with this line, in the order of the menu.
    [[nodiscard]] std::vector<LineAction> actionsFor(const ChatLine& line) const;
    void perform(LineAction action, int row);
    /// At once, without the question.
    void removeNow(int row);
    /// Where a line stands by now; -1 once it is gone.
    [[nodiscard]] int rowOf(const ChatLine& line) const;
    void openMenu(int row, const QPoint& globalPosition);
    /// The times of a time-out as a menu, which its parent owns.
    QMenu* makeTimeOutMenu(const QString& name, QWidget* parent);
    /// Shows the whole address and asks before it leaves the program.
    void openLink(const QString& address);

    [[nodiscard]] static QString textOf(LineAction action);
    [[nodiscard]] static QString iconOf(LineAction action);

Q_SIGNALS:
    void replyAsked(const footlight::chatui::ChatLine& line);
    void editAsked(const footlight::chatui::ChatLine& line);
    void mentionAsked(const QString& name);
    void cardAsked(const QString& name, const QPoint& globalPosition);
    /// The line that a line answers.
    void lineAsked(const footlight::MessageId& id);

private:
    [[nodiscard]] bool isPinned(const ChatLine& line) const;
    void askToDelete(const ChatLine& line);
    /// What a line leads to: its links, its writer, what it answers.
    void addPlaces(QMenu& menu, const ChatLine& line, const QPoint& globalPosition);

    ChatController& chat_;
    QWidget& owner_;
};

}  // namespace footlight::chatui
