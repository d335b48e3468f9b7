#include "ui/chat/row_cursor.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <utility>

#include "ui/chat/chat_view.h"

namespace footlight::chatui {
namespace {

constexpr int kStillAClick = 6;  // pixels between press and release

}  // namespace

RowCursor::RowCursor(ChatView& view) : QObject(&view), view_(view) {
    view_.viewport()->setMouseTracking(true);
    view_.installEventFilter(this);
    view_.viewport()->installEventFilter(this);
}

void RowCursor::select(int row) {
    selected_ = row;
    if (row >= 0) {
        view_.showRow(row);
        view_.stay();
        QAccessibleEvent focus(&view_, QAccessible::Focus);
        focus.setChild(row);
        QAccessible::updateAccessibility(&focus);
    }
    view_.viewport()->update();
    Q_EMIT changed(current());
}

void RowCursor::reset() { hovered_ = selected_ = -1; }

void RowCursor::rowsRemoved(int first, int last) {
    const auto moved = [&](int row) {
        return row > last ? row - (last - first + 1) : row < first ? row : -1;
    };
    hovered_ = moved(hovered_);
    selected_ = moved(selected_);
}

void RowCursor::lookAgain() {
    if (pointer_) {
        hovered_ = view_.rowAt(pointer_->y());
    }
    Q_EMIT changed(current());
}

void RowCursor::hover(int row) {
    if (row != hovered_) {
        hovered_ = row;
        view_.viewport()->update();
        Q_EMIT changed(current());
    }
}

bool RowCursor::eventFilter(QObject* watched, QEvent* event) {
    return watched == &view_ ? takeOfView(*event) : takeOfViewport(*event);
}

bool RowCursor::takeOfView(QEvent& event) {
    if (event.type() == QEvent::KeyPress) {
        return takeKey(static_cast<const QKeyEvent&>(event));
    }
    if (event.type() == QEvent::FocusOut) {
        const auto reason = static_cast<const QFocusEvent&>(event).reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            select(-1);
        }
    }
    return false;
}

bool RowCursor::takeKey(const QKeyEvent& event) {
    const int last = view_.count() - 1;
    switch (event.key()) {
        case Qt::Key_Up:
            select(selected_ < 0 ? last : qMax(0, selected_ - 1));
            return true;
        case Qt::Key_Down:
            if (selected_ >= 0) {
                select(qMin(last, selected_ + 1));
            }
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Menu:
            if (selected_ >= 0) {
                Q_EMIT menuAsked(selected_, view_.viewport()->mapToGlobal(view_.rectOf(selected_).center()));
            }
            return true;
        case Qt::Key_Escape:
        case Qt::Key_End:
            select(-1);
            view_.follow();
            return true;
        case Qt::Key_Home:
            view_.verticalScrollBar()->setValue(0);
            return true;
        default:
            return false;
    }
}

bool RowCursor::takeOfViewport(QEvent& event) {
    switch (event.type()) {
        case QEvent::MouseMove:
            move(static_cast<const QMouseEvent&>(event));
            return true;
        case QEvent::MouseButtonPress: {
            const auto& press = static_cast<const QMouseEvent&>(event);
            if (press.button() == Qt::LeftButton) {
                pressedAt_ = press.position().toPoint();
            }
            return true;
        }
        case QEvent::MouseButtonRelease:
            release(static_cast<const QMouseEvent&>(event));
            return true;
        case QEvent::ContextMenu: {
            const auto& menu = static_cast<const QContextMenuEvent&>(event);
            if (const int row = view_.rowAt(menu.pos().y()); row >= 0) {
                Q_EMIT menuAsked(row, menu.globalPos());
            }
            return true;
        }
        case QEvent::ToolTip:
            showToolTip(static_cast<const QHelpEvent&>(event));
            return true;
        case QEvent::Leave:
            leave();
            return false;
        default:
            return false;
    }
}

void RowCursor::move(const QMouseEvent& event) {
    const QPoint at = event.position().toPoint();
    pointer_ = at;
    hover(view_.rowAt(at.y()));
    using Kind = ChatRow::Hit::Kind;
    const auto kind = view_.hitAt(at).kind;
    const bool isPlain = kind == Kind::Nothing || kind == Kind::Emote || kind == Kind::Badge;
    view_.viewport()->setCursor(isPlain ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void RowCursor::release(const QMouseEvent& event) {
    const QPoint at = event.position().toPoint();
    const auto pressed = std::exchange(pressedAt_, std::nullopt);
    if (event.button() != Qt::LeftButton || !pressed || (*pressed - at).manhattanLength() > kStillAClick) {
        return;
    }
    const auto hit = view_.hitAt(at);
    if (hit.kind != ChatRow::Hit::Kind::Nothing) {
        Q_EMIT activated(view_.rowAt(at.y()), hit, event.globalPosition().toPoint());
    }
}

void RowCursor::leave() {
    pointer_.reset();
    hover(-1);
}

void RowCursor::showToolTip(const QHelpEvent& event) {
    const auto hit = view_.hitAt(event.pos());
    using Kind = ChatRow::Hit::Kind;
    const bool isTold = hit.kind == Kind::Link || hit.kind == Kind::Emote || hit.kind == Kind::Badge;
    // What others wrote is shown as it is, never as markup.
    QToolTip::showText(event.globalPos(), isTold ? Qt::convertFromPlainText(hit.target) : QString(),
                       view_.viewport());
}

}  // namespace footlight::chatui
