#pragma once

#include <QFrame>

#include "ui/chat/chat_line.h"

class QButtonGroup;
class QLineEdit;
class QListWidget;

namespace footlight::chatui {

class ChatOptions;
class EmoteStore;

/// A grid of emoji and of the channel's pictures over the line to write in, by category or by what is
/// searched for; those lately used come first.
class EmojiPicker final : public QFrame {
    Q_OBJECT
public:
    EmojiPicker(ChatOptions& options, EmoteStore& emotes, QWidget* parent);

    /// With these pictures of the channel.
    void open(const std::vector<ChatLine::Emote>& emotes);

Q_SIGNALS:
    /// What is to stand in the line.
    void chosen(const QString& text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addEmoji(const QString& text, const QString& name);
    void addEmotes(const QString& beginning);
    void choose(int row);
    void leave();

    ChatOptions& options_;
    EmoteStore& pictures_;
    QLineEdit* search_;
    QButtonGroup* categories_;
    QListWidget* grid_;
    std::vector<ChatLine::Emote> emotes_;
};

}  // namespace footlight::chatui
