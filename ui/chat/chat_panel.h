#pragma once

#include <QFrame>

#include "ui/chat/chat_row.h"

class QToolButton;
class QVBoxLayout;

namespace footlight::widgets {
class EmptyState;
class TextLabel;
class UndoBar;
}  // namespace footlight::widgets

namespace footlight::chatui {

class ChatController;
class ChatView;
class CompletionList;
class Composer;
class EmojiPicker;
class LineDesk;

/// A channel's chat: what is pinned, its lines, what was just done and can be taken back, and the line to
/// write in or why one cannot.
class ChatPanel final : public QFrame {
    Q_OBJECT
public:
    /// `chat` outlives it.
    explicit ChatPanel(ChatController& chat, QWidget* parent = nullptr);

    /// Stands above the line to write in; taken.
    void setCard(QWidget* card);
    /// The menu of how the chat looks, for a bar of the page's; the panel has no head any more.
    [[nodiscard]] QToolButton* giveOptions();
    void focusComposer();
    /// Who somebody is, beside a place on the screen.
    void openCard(const QString& name, const QPoint& globalPosition);
    [[nodiscard]] ChatView& view() { return *view_; }
    [[nodiscard]] Composer& composer() { return *composer_; }

Q_SIGNALS:
    /// A guest wants to write.
    void signInAsked();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void layOut();
    void wireLines();
    void wireComposer();
    void wireDoings();
    void activate(int row, const ChatRow::Hit& hit, const QPoint& globalPosition);
    void showEmptyOrView();
    void showModes();
    void placeOverlay(QWidget& overlay, int height);
    void toggleEmoji();

    ChatController& chat_;
    QWidget* head_ = nullptr;
    QToolButton* options_ = nullptr;
    ChatView* view_;
    LineDesk* desk_;
    widgets::EmptyState* empty_;
    QVBoxLayout* cards_;
    widgets::TextLabel* modes_;
    widgets::UndoBar* undo_;
    Composer* composer_;
    CompletionList* completions_;
    EmojiPicker* picker_;
};

}  // namespace footlight::chatui
