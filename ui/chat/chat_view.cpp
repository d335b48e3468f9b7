#include "ui/chat/chat_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <utility>

#include "ui/chat/chat_announcer.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view_accessible.h"
#include "ui/chat/emote_store.h"
#include "ui/chat/row_cursor.h"
#include "ui/theme/icon.h"

namespace footlight::chatui {
namespace {

constexpr int kWidthBeforeShown = 300;
constexpr std::chrono::milliseconds kTimeToLayOut{4};

}  // namespace

ChatView::ChatView(QWidget* parent)
    : QAbstractScrollArea(parent),
      rows_(RowLook(nullptr, nullptr, kWidthBeforeShown)),
      cursor_(new RowCursor(*this)),
      announcer_(new ChatAnnouncer(*this)),
      newer_(new QPushButton(this)) {
    installChatAccessibility();
    setAccessibleName(tr("Chat"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(24);
    newer_->setProperty("tone", QStringLiteral("primary"));
    newer_->setIcon(theme::icon(QStringLiteral("down"), theme::IconTone::OnAccent));
    newer_->hide();
    connect(newer_, &QPushButton::clicked, this, &ChatView::follow);
    connect(cursor_, &RowCursor::activated, this, &ChatView::activated);
    connect(cursor_, &RowCursor::menuAsked, this, &ChatView::menuAsked);
    connect(cursor_, &RowCursor::changed, this, &ChatView::currentChanged);
    rest_.setSingleShot(true);
    connect(&rest_, &QTimer::timeout, this, &ChatView::layOutRest);
}

ChatModel* ChatView::model() const { return model_; }

int ChatView::currentRow() const { return cursor_->current(); }

int ChatView::selectedRow() const { return cursor_->selected(); }

void ChatView::setModel(ChatModel* model, const ChatOptions* options, EmoteStore* emotes) {
    if (model_) {
        model_->disconnect(this);
    }
    model_ = model;
    options_ = options;
    emotes_ = emotes;
    if (model != nullptr) {
        connect(model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex&, int first, int last) { rowsRemoved(first, last); });
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& a, const QModelIndex& b) { rowsChanged(a.row(), b.row()); });
        connect(model, &QAbstractItemModel::modelReset, this, &ChatView::rebuild);
    }
    if (emotes != nullptr) {
        connect(emotes, &EmoteStore::loaded, this, &ChatView::emoteLoaded);
    }
    rebuild();
}

RowLook ChatView::lookNow() const { return {options_, emotes_, viewport()->width()}; }

void ChatView::refresh() {
    rows_.setLook(lookNow());
    updateRange();
}

void ChatView::rebuild() {
    rows_.reset(model_, lookNow());
    cursor_->reset();
    unseen_ = 0;
    following_ = true;
    updateRange();
}

/// A chat that is not full yet stands on its foot, where the next line will be.
int ChatView::contentTop() const {
    return qMax(0, viewport()->height() - rows_.height()) - verticalScrollBar()->value();
}

int ChatView::rowAt(int y) const { return rows_.rowAt(y - contentTop()); }

QRect ChatView::rectOf(int row) const {
    return {0, contentTop() + rows_.topOf(row), viewport()->width(), rows_.heightOf(row)};
}

ChatRow::Hit ChatView::hitAt(QPoint inViewport) {
    const int row = rowAt(inViewport.y());
    return row < 0 ? ChatRow::Hit{} : rows_.at(row).hitAt(inViewport - rectOf(row).topLeft());
}

/// What grows before it moves what is read.
int ChatView::firstInSight() const { return following_ ? count() : rowAt(0); }

/// Lays out what is in sight; the newest first while following. Returns by how much what is above the sight
/// has grown.
int ChatView::layOutVisible() {
    const int height = viewport()->height();
    if (following_) {
        rows_.layOutFoot(height);
        return 0;
    }
    return rows_.layOutFrom(verticalScrollBar()->value(), height);
}

/// What is out of sight, a few milliseconds at a time, from the newest up.
void ChatView::layOutRest() {
    keepPlace(rows_.layOutRest(firstInSight(), kTimeToLayOut));
    if (!rows_.isWhole()) {
        rest_.start(0);
    }
}

void ChatView::keepPlace(int above) {
    const int value = verticalScrollBar()->value() + above;
    updateRange();
    if ((!following_ || isHeld_) && above != 0) {
        verticalScrollBar()->setValue(value);
    }
}

void ChatView::rowsInserted(int first, int last) {
    rows_.insert(first, last);
    unseen_ += following_ ? 0 : last - first + 1;
    announcer_->note(last - first + 1);
    updateRange();
}

void ChatView::rowsRemoved(int first, int last) {
    const int gone = rows_.remove(first, last);
    cursor_->rowsRemoved(first, last);
    // What is read stays where it is when old lines go from the top.
    keepPlace(first == 0 ? -gone : 0);
}

void ChatView::rowsChanged(int first, int last) {
    const int inSight = firstInSight();
    int above = 0;
    for (int row = first; row <= last; ++row) {
        const int grown = rows_.layOutAgain(row);
        above += row < inSight ? grown : 0;
    }
    keepPlace(above);
}

void ChatView::emoteLoaded(const QString& hash) {
    for (const int row : rows_.rowsWaitingFor(hash)) {
        rowsChanged(row, row);
    }
}

void ChatView::updateRange() {
    isAdjusting_ = true;
    const int grown = layOutVisible();
    const int most = qMax(0, rows_.height() - viewport()->height());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, most);
    if (following_ && !isHeld_) {
        verticalScrollBar()->setValue(most);
    } else if (grown != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + grown);
    }
    isAdjusting_ = false;
    if (!rows_.isWhole() && !rest_.isActive()) {
        rest_.start(0);
    }
    showFollowButton();
    tellMoved();
    viewport()->update();
}

void ChatView::tellMoved() {
    if (isHeld_) {
        Q_EMIT currentChanged(currentRow());
    } else {
        cursor_->lookAgain();
    }
}

void ChatView::hold(bool isHeld) {
    if (isHeld != isHeld_) {
        isHeld_ = isHeld;
        updateRange();
    }
}

void ChatView::stay() {
    if (std::exchange(following_, false)) {
        updateRange();
        Q_EMIT followingChanged(false);
    }
}

void ChatView::follow() {
    if (cursor_->selected() >= 0) {
        cursor_->select(-1);  // it would be carried away
    }
    const bool was = std::exchange(following_, true);
    unseen_ = 0;
    updateRange();
    if (!was) {
        Q_EMIT followingChanged(true);
    }
}

void ChatView::scrollContentsBy(int, int) {
    viewport()->update();
    if (isAdjusting_) {
        return;
    }
    const bool isAtFoot = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
    const bool now = isAtFoot && !(hasFocus() && cursor_->selected() >= 0);
    const bool isChanged = std::exchange(following_, now) != now;
    unseen_ = following_ ? 0 : unseen_;
    if (const int grown = layOutVisible(); grown != 0 && !following_) {
        keepPlace(grown);
    }
    showFollowButton();
    if (isChanged) {
        Q_EMIT followingChanged(now);
    }
    tellMoved();
}

void ChatView::showFollowButton() {
    newer_->setVisible(!following_);
    if (following_) {
        return;
    }
    newer_->setText(unseen_ == 0 ? tr("Back to the newest") : tr("%n new message(s)", nullptr, unseen_));
    newer_->setAccessibleName(tr("Back to the newest message"));
    newer_->adjustSize();
    newer_->move((viewport()->width() - newer_->width()) / 2,
                 viewport()->height() - newer_->height() - theme::kGap8);
    newer_->raise();
}

void ChatView::showRow(int row) {
    (void)rows_.at(row);
    updateRange();
    const QRect place = rectOf(row);
    auto* bar = verticalScrollBar();
    if (place.top() < 0) {
        bar->setValue(bar->value() + place.top());
    } else if (place.bottom() > viewport()->height()) {
        bar->setValue(bar->value() + place.bottom() - viewport()->height());
    }
}

void ChatView::jumpTo(int row) {
    if (row >= 0 && row < count()) {
        cursor_->select(row);
    }
}

void ChatView::paintEvent(QPaintEvent* event) {
    const RowLook& look = rows_.look();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), look.background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int selected = cursor_->selected();
    rows_.paint(painter, contentTop(), event->rect(), cursor_->hovered(), hasFocus() ? selected : -1);
    if (hasFocus() && selected < 0) {
        painter.setPen(QPen(look.accent, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), theme::kControlRadius,
                                theme::kControlRadius);
    }
}

void ChatView::resizeEvent(QResizeEvent*) {
    if (viewport()->width() != rows_.look().width) {
        refresh();
    } else {
        updateRange();
    }
}

void ChatView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ChatView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        refresh();
    }
}

}  // namespace footlight::chatui
