#pragma once

#include <QFrame>

class QToolButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::chatui {

class ChatController;

/// What is pinned, over the lines: the newest in one line, all of them in full once it is opened. Hidden
/// while nothing is.
class PinBar final : public QFrame {
    Q_OBJECT
public:
    explicit PinBar(ChatController& chat, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A pinned message whose line shall be shown.
    void lineAsked(const QByteArray& messageId);

private:
    void refresh();
    QWidget* makePin(std::size_t which);

    ChatController& chat_;
    widgets::TextLabel* summary_;
    QToolButton* toggle_;
    QWidget* all_;
    QVBoxLayout* list_;
};

}  // namespace footlight::chatui
