#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QPushButton;

namespace footlight::widgets {

class TextLabel;

/// What was just done, with an Undo that takes it back; goes by itself after eight seconds.
class UndoBar final : public QFrame {
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);

    /// Takes the place of what was offered before.
    void offer(const QString& sentence, std::function<void()> undo);
    /// Takes the offer away, as its time does.
    void pass();
    [[nodiscard]] QPushButton* undoButton() const { return button_; }

Q_SIGNALS:
    /// What was done cannot be taken back any more.
    void passed();

private:
    TextLabel* text_;
    QPushButton* button_;
    QTimer timer_;
    std::function<void()> undo_;
};

}  // namespace footlight::widgets
