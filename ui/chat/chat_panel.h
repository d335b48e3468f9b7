#pragma once

#include <QFrame>

class QLineEdit;
class QToolButton;

namespace footlight::widgets {
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::chatui {

class ChatController;
class ChatView;

/// A channel's chat: its heading, its lines, and the line to write in or why one cannot.
class ChatPanel final : public QFrame {
    Q_OBJECT
public:
    /// `chat` outlives it.
    explicit ChatPanel(ChatController& chat, QWidget* parent = nullptr);

    void setHeading(const QString& text);
    void setEmptyTexts(const QString& title, const QString& sentence);
    void focusComposer();

private:
    void say();
    void showEmptyOrView();
    void showWriting();

    ChatController& chat_;
    widgets::TextLabel* heading_;
    ChatView* view_;
    widgets::EmptyState* empty_;
    QLineEdit* composer_;
    QToolButton* send_;
};

}  // namespace footlight::chatui
