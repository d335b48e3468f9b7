#pragma once

#include <QFrame>

#include "ui/chat/line_desk.h"

namespace footlight::chatui {

class ChatView;

/// The few buttons over the line under the pointer; the rest is in the menu behind the last of them.
class HoverBar final : public QFrame {
    Q_OBJECT
public:
    /// Both outlive it; it is a child of the view.
    HoverBar(ChatView& view, LineDesk& desk);

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void showFor(int row);
    void fill(const ChatLine& line);
    void addButton(LineAction action);

    ChatView& view_;
    LineDesk& desk_;
    std::vector<LineAction> shown_;
    ChatLine line_;
};

}  // namespace footlight::chatui
