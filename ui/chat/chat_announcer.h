#pragma once

#include <QTimer>

namespace footlight::chatui {

class ChatView;

/// Tells screen readers of new lines: one announcement for all that came meanwhile, since a busy chat must
/// not talk without end. Owned by the view.
class ChatAnnouncer final : public QObject {
    Q_OBJECT
public:
    explicit ChatAnnouncer(ChatView& view);

    void note(int newLines);

private:
    void announce();

    ChatView& view_;
    QTimer rest_;
    int fresh_ = 0;
};

}  // namespace footlight::chatui
