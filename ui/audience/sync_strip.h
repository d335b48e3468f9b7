#pragma once

#include <QFrame>
#include <QTimer>

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::audience {

class ChatSync;

/// One line over a chat that waits for its picture: that it does, and how many lines are to come. Takes no
/// room otherwise. The ChatSync outlives it.
class SyncStrip final : public QFrame {
    Q_OBJECT
public:
    explicit SyncStrip(ChatSync& sync, QWidget* parent = nullptr);

private:
    void say();

    ChatSync& sync_;
    QTimer pulse_;
    widgets::TextLabel* text_;
};

}  // namespace footlight::audience
