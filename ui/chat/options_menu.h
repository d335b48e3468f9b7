#pragma once

#include <QMenu>

namespace footlight::chatui {

class ChatOptions;

/// How the chat looks: size of text, contrast, times, deleted messages. Each takes effect at once.
class OptionsMenu final : public QMenu {
    Q_OBJECT
public:
    explicit OptionsMenu(ChatOptions& options, QWidget* parent = nullptr);

private:
    void addSize();
    QAction* addToggle(const QString& text, bool isOn);

    ChatOptions& options_;
};

}  // namespace footlight::chatui
