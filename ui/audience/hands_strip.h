#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::audience {

class HandQueue;

/// Raised hands: one's own, up or down and at which place, and for moderators the next of the queue with what
/// to do about them. The queue outlives it.
class HandsStrip final : public QWidget {
    Q_OBJECT
public:
    /// As many of the queue are shown; the rest is a number.
    static constexpr int kMostShown = 5;

    explicit HandsStrip(HandQueue& queue, QWidget* parent = nullptr);

private:
    struct Line {
        QWidget* line = nullptr;
        widgets::TextLabel* name = nullptr;
        QPushButton* call = nullptr;
        QPushButton* lower = nullptr;
    };
    void show();
    void showQueue();
    Line makeLine(int place);

    HandQueue& queue_;
    QPushButton* own_;
    widgets::TextLabel* place_;
    QVBoxLayout* queueLayout_;
    QList<Line> lines_;
    widgets::TextLabel* more_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::audience
