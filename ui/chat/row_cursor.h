#pragma once

#include <QObject>
#include <QPoint>
#include <optional>

#include "ui/chat/chat_row.h"

class QHelpEvent;
class QKeyEvent;
class QMouseEvent;

namespace footlight::chatui {

class ChatView;

/// The row of a ChatView that a person is on, with the pointer or with the keyboard, and what they press
/// there. Owned by the view.
class RowCursor final : public QObject {
    Q_OBJECT
public:
    explicit RowCursor(ChatView& view);

    /// -1 for none.
    [[nodiscard]] int hovered() const { return hovered_; }
    [[nodiscard]] int selected() const { return selected_; }
    [[nodiscard]] int current() const { return selected_ >= 0 ? selected_ : hovered_; }

    /// Marks a row and brings it into sight; -1 marks none.
    void select(int row);
    /// The rows are others.
    void reset();
    void rowsRemoved(int first, int last);
    /// The rows have moved below the pointer.
    void lookAgain();

Q_SIGNALS:
    void activated(int row, const footlight::chatui::ChatRow::Hit& hit, const QPoint& globalPosition);
    void menuAsked(int row, const QPoint& globalPosition);
    /// current() is another, or stands elsewhere.
    void changed(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool takeOfView(QEvent& event);
    bool takeOfViewport(QEvent& event);
    bool takeKey(const QKeyEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void leave();
    void hover(int row);
    void showToolTip(const QHelpEvent& event);

    ChatView& view_;
    int hovered_ = -1;
    int selected_ = -1;
    std::optional<QPoint> pressedAt_;
    std::optional<QPoint> pointer_;
};

}  // namespace footlight::chatui
