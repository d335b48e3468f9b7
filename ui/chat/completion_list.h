#pragma once

#include <QFrame>
#include <vector>

#include "ui/chat/completion.h"

class QListWidget;

namespace footlight::chatui {

class EmoteStore;

/// The completions over the line to write in. It never has the keyboard: the line gives it the keys.
class CompletionList final : public QFrame {
    Q_OBJECT
public:
    explicit CompletionList(EmoteStore& emotes, QWidget* parent);

    /// Nothing hides it.
    void offer(std::vector<Completion> completions);
    /// True where the key was for the list: up, down, Tab, Enter, Escape.
    bool take(int key);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const footlight::chatui::Completion& completion);

private:
    void choose(int row);

    EmoteStore& emotes_;
    QListWidget* list_;
    std::vector<Completion> completions_;
};

}  // namespace footlight::chatui
