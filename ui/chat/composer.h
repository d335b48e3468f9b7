#pragma once

#include <QFrame>
#include <QTimer>
#include <optional>

#include "ui/chat/chat_line.h"
#include "ui/chat/completion.h"
#include "ui/chat/room.h"

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::chatui {

class ChatController;
class ComposerEdit;

/// The foot of the chat: the line to write in with what it answers or changes, or why one cannot write and
/// what mends that.
class Composer final : public QFrame {
    Q_OBJECT
public:
    static constexpr int kLongest = 500;  ///< characters
    static constexpr int kLongestBytes = 2000;

    explicit Composer(ChatController& chat, QWidget* parent = nullptr);

    void answer(const ChatLine& line);
    void change(const ChatLine& line);
    void mention(const QString& name);
    void insert(const QString& text);
    void complete(const Completion& completion);
    void focusLine();
    [[nodiscard]] ComposerEdit& edit() { return *edit_; }

Q_SIGNALS:
    /// Something was said: the newest line is of interest.
    void said();
    void signInAsked();
    void emojiAsked();
    void completionsOffered(const std::vector<footlight::chatui::Completion>& completions);

private:
    QWidget* makeLine();
    QWidget* makeClosed();
    QWidget* makeBanner();
    void submit();
    void leaveBanner();
    void showBanner(const QString& text);
    void changePrevious();
    void showState();
    void showClosed(const Writing& writing);
    void showCount();
    void offerCompletions();
    void mend();

    ChatController& chat_;
    ComposerEdit* edit_ = nullptr;
    QToolButton* send_ = nullptr;
    QToolButton* emoji_ = nullptr;
    QWidget* banner_ = nullptr;
    widgets::TextLabel* bannerText_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    widgets::TextLabel* reason_ = nullptr;
    QPushButton* mend_ = nullptr;
    widgets::TextLabel* note_ = nullptr;
    widgets::TextLabel* count_ = nullptr;
    QTimer clock_;
    std::optional<ChatLine> answered_;
    std::optional<ChatLine> changed_;
    bool isPaused_ = false;
};

}  // namespace footlight::chatui
