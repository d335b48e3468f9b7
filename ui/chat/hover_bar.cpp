#include "ui/chat/hover_bar.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace footlight::chatui {

HoverBar::HoverBar(ChatView& view, LineDesk& desk) : QFrame(&view), view_(view), desk_(desk) {
    setProperty("surface", QStringLiteral("float"));
    setCursor(Qt::ArrowCursor);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    hide();
    connect(&view_, &ChatView::currentChanged, this, &HoverBar::showFor);
}

void HoverBar::showFor(int row) {
    // The pointer has left the line for this bar; the line's row may be another by now.
    if (row < 0 && isVisible() && underMouse()) {
        row = desk_.rowOf(line_);
    }
    const bool isShown = row >= 0 && view_.model()->line(row).kind == ChatLine::Kind::Said;
    if (!isShown) {
        hide();
        view_.hold(false);
        return;
    }
    line_ = view_.model()->line(row);
    fill(line_);
    adjustSize();
    const QRect line = view_.rectOf(row);
    const int top =
        std::clamp(line.top() - height() / 2, 0, std::max(0, view_.viewport()->height() - height()));
    move(view_.viewport()->width() - width() - theme::kGap8, top);
    show();
    raise();
}

void HoverBar::enterEvent(QEnterEvent* event) {
    QFrame::enterEvent(event);
    view_.hold(true);
}

void HoverBar::leaveEvent(QEvent* event) {
    QFrame::leaveEvent(event);
    view_.hold(false);
}

void HoverBar::fill(const ChatLine& line) {
    std::vector<LineAction> wanted;
    for (const LineAction action : desk_.actionsFor(line)) {
        const bool isQuick = action == LineAction::Reply || action == LineAction::Copy ||
                             action == LineAction::Pin || action == LineAction::Delete ||
                             action == LineAction::SayAgain || action == LineAction::Discard;
        if (isQuick) {
            wanted.push_back(action);
        }
    }
    if (wanted == shown_ && !findChildren<QToolButton*>().isEmpty()) {
        return;
    }
    shown_ = std::move(wanted);
    for (QToolButton* old : findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        layout()->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    for (const LineAction action : shown_) {
        addButton(action);
    }
    auto* more = new QToolButton(this);
    more->setProperty("tone", QStringLiteral("icon"));
    more->setIcon(theme::icon(QStringLiteral("more")));
    more->setToolTip(tr("More"));
    more->setAccessibleName(tr("More actions for this line"));
    more->setFocusPolicy(Qt::NoFocus);
    connect(more, &QToolButton::clicked, this, [this, more] {
        desk_.openMenu(desk_.rowOf(line_), more->mapToGlobal(QPoint(0, more->height())));
    });
    layout()->addWidget(more);
}

void HoverBar::addButton(LineAction action) {
    auto* button = new QToolButton(this);
    button->setProperty("tone", QStringLiteral("icon"));
    button->setIcon(theme::icon(LineDesk::iconOf(action)));
    button->setToolTip(action == LineAction::Delete ? tr("Delete (with Shift: at once)")
                                                    : LineDesk::textOf(action));
    button->setAccessibleName(LineDesk::textOf(action));
    // The keyboard has the line's menu; the bar comes and goes with the pointer.
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QToolButton::clicked, this, [this, action] {
        const bool isAtOnce = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
        if (action == LineAction::Delete && isAtOnce) {
            desk_.removeNow(desk_.rowOf(line_));
        } else {
            desk_.perform(action, desk_.rowOf(line_));
        }
    });
    layout()->addWidget(button);
}

}  // namespace footlight::chatui
