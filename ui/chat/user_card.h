#pragma once

#include "core/chat/role.h"
#include "ui/widgets/floating_panel.h"

class QVBoxLayout;

namespace footlight::widgets {
class AvatarView;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::chatui {

class ChatController;
class LineDesk;

/// Who somebody in the chat is, and what one may do about it. Goes with a click elsewhere; deletes itself.
class UserCard final : public widgets::FloatingPanel {
    Q_OBJECT
public:
    UserCard(ChatController& chat, LineDesk& desk, const QString& name, QWidget* window);

    /// Beside a place on the screen.
    void openAt(const QPoint& globalPosition);

private:
    QWidget* makeHead();
    QWidget* makeFace(QWidget* parent);
    QWidget* makeName(QWidget* parent);
    QLayout* makeRole(QWidget* parent);
    /// Whether and since when they follow the channel; null where one may not know.
    QWidget* makeFollowing(QWidget* parent);
    QWidget* makeLines();
    void addActions(QVBoxLayout& layout);
    void addAction(QVBoxLayout& layout, const QString& icon, const QString& text,
                   const std::function<void()>& act);
    void addRole(QVBoxLayout& layout, chat::Role role, const QString& give, const QString& take);

    ChatController& chat_;
    LineDesk& desk_;
    QString name_;
};

}  // namespace footlight::chatui
