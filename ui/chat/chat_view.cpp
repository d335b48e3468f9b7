#include "ui/chat/chat_view.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <utility>

#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view_accessible.h"
#include "ui/chat/emote_store.h"
#include "ui/theme/icon.h"

namespace footlight::chatui {
namespace {

constexpr int kGuessedHeight = 24;
constexpr int kTimeToLayOutMs = 4;
constexpr std::chrono::milliseconds kBetweenAnnouncements{2000};

}  // namespace

ChatView::ChatView(QWidget* parent)
    : QAbstractScrollArea(parent), look_(nullptr, nullptr, 300), newer_(new QPushButton(this)) {
    installChatAccessibility();
    setAccessibleName(tr("Chat"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(24);
    newer_->setProperty("tone", QStringLiteral("primary"));
    newer_->setIcon(theme::icon(QStringLiteral("down"), theme::IconTone::OnAccent));
    newer_->hide();
    connect(newer_, &QPushButton::clicked, this, &ChatView::follow);
    rest_.setSingleShot(true);
    connect(&rest_, &QTimer::timeout, this, &ChatView::layOutRest);
    announcer_.setSingleShot(true);
    connect(&announcer_, &QTimer::timeout, this, &ChatView::announce);
}

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
    refresh();
}

void ChatView::refresh() {
    look_ = RowLook(options_, emotes_, viewport()->width());
    if (model_ && count() == model_->rowCount()) {
        forgetLayouts();
    } else {
        rebuild();
    }
}

/// The heights stay as guesses, so that what is read stays about where it was.
void ChatView::forgetLayouts() {
    for (Entry& entry : rows_) {
        entry.row.reset();
    }
    firstStale_ = count();
    updateRange();
}

void ChatView::rebuild() {
    rows_.clear();
    const int lines = model_ ? model_->rowCount() : 0;
    for (int row = 0; row < lines; ++row) {
        rows_.push_back({nullptr, kGuessedHeight});
    }
    contentHeight_ = lines * kGuessedHeight;
    firstStale_ = lines;
    hovered_ = selected_ = -1;
    unseen_ = 0;
    following_ = true;
    updateRange();
}

ChatView::Entry& ChatView::laidOut(int row) {
    Entry& entry = rows_[static_cast<std::size_t>(row)];
    if (!entry.row) {
        entry.row = std::make_unique<ChatRow>(model_->line(row), look_);
        contentHeight_ += entry.row->height() - entry.height;
        entry.height = entry.row->height();
    }
    return entry;
}

/// Lays out what is in sight; the newest first while following. Returns by how much what is above the sight
/// has grown.
int ChatView::layOutVisible() {
    if (!model_ || count() == 0) {
        return 0;
    }
    if (following_) {
        int left = viewport()->height();
        for (int row = count() - 1; row >= 0 && left > 0; --row) {
            left -= laidOut(row).height;
        }
        return 0;
    }
    const int value = verticalScrollBar()->value();
    const int first = rowAt(0);
    const int before = first >= 0 ? rows_[static_cast<std::size_t>(first)].height : 0;
    int bottom = 0;
    for (int row = std::max(first, 0); row < count() && bottom < viewport()->height(); ++row) {
        const int height = laidOut(row).height;
        bottom = topOf(row) + height - value;
    }
    return first >= 0 && topOf(first) < value ? laidOut(first).height - before : 0;
}

/// What is out of sight, a few milliseconds at a time, from the newest up.
void ChatView::layOutRest() {
    QElapsedTimer spent;
    spent.start();
    int above = 0;
    const int inSight = following_ ? count() : rowAt(0);
    while (model_ && firstStale_ > 0 && spent.elapsed() < kTimeToLayOutMs) {
        const int row = --firstStale_;
        const int before = rows_[static_cast<std::size_t>(row)].height;
        const int grown = laidOut(row).height - before;
        above += row < inSight ? grown : 0;
    }
    keepPlace(above);
    if (firstStale_ > 0) {
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
    for (int row = first; row <= last; ++row) {
        rows_.insert(rows_.begin() + row, Entry{nullptr, kGuessedHeight});
        contentHeight_ += kGuessedHeight;
        laidOut(row);
    }
    unseen_ += following_ ? 0 : last - first + 1;
    unannounced_ += last - first + 1;
    if (!announcer_.isActive() && QAccessible::isActive()) {
        announcer_.start(kBetweenAnnouncements);
    }
    updateRange();
}

void ChatView::rowsRemoved(int first, int last) {
    int gone = 0;
    for (int row = first; row <= last; ++row) {
        gone += rows_[static_cast<std::size_t>(row)].height;
    }
    const auto moved = [&](int row) {
        return row > last ? row - (last - first + 1) : row < first ? row : -1;
    };
    const bool isAbove = first == 0;
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    contentHeight_ -= gone;
    firstStale_ = std::max(0, moved(firstStale_));
    hovered_ = moved(hovered_);
    selected_ = moved(selected_);
    // What is read stays where it is when old lines go from the top.
    keepPlace(isAbove ? -gone : 0);
}

void ChatView::rowsChanged(int first, int last) {
    int above = 0;
    const int inSight = following_ ? count() : rowAt(0);
    for (int row = first; row <= last; ++row) {
        Entry& entry = rows_[static_cast<std::size_t>(row)];
        const int before = entry.height;
        entry.row.reset();
        const int grown = laidOut(row).height - before;
        above += row < inSight ? grown : 0;
    }
    keepPlace(above);
}

void ChatView::emoteLoaded(const QString& hash) {
    for (int row = 0; row < count(); ++row) {
        const auto& entry = rows_[static_cast<std::size_t>(row)];
        if (entry.row && entry.row->waitsFor(hash)) {
            rowsChanged(row, row);
        }
    }
}

void ChatView::updateRange() {
    isAdjusting_ = true;
    const int grown = layOutVisible();
    const int most = qMax(0, contentHeight_ - viewport()->height());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, most);
    if (following_ && !isHeld_) {
        verticalScrollBar()->setValue(most);
    } else if (grown != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + grown);
    }
    isAdjusting_ = false;
    if (firstStale_ > 0 && !rest_.isActive()) {
        rest_.start(0);
    }
    showFollowButton();
    hoverAgain();
    viewport()->update();
}

/// The lines have moved below the pointer.
void ChatView::hoverAgain() {
    if (pointer_ && !isHeld_) {
        hovered_ = rowAt(pointer_->y());
    }
    tellCurrent();
}

void ChatView::hold(bool isHeld) {
    if (isHeld != isHeld_) {
        isHeld_ = isHeld;
        updateRange();
    }
}

void ChatView::follow() {
    const bool was = std::exchange(following_, true);
    unseen_ = 0;
    updateRange();
    if (!was) {
        Q_EMIT followingChanged(true);
    }
}

void ChatView::scrollContentsBy(int, int) {
    if (!isAdjusting_) {
        const bool now = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
        const bool isChanged = std::exchange(following_, now) != now;
        unseen_ = following_ ? 0 : unseen_;
        if (const int grown = layOutVisible(); grown != 0 && !following_) {
            keepPlace(grown);
        }
        showFollowButton();
        if (isChanged) {
            Q_EMIT followingChanged(now);
        }
    }
    viewport()->update();
    if (!isAdjusting_) {
        hoverAgain();
    }
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

/// One announcement for all that came meanwhile: a busy chat must not talk without end.
void ChatView::announce() {
    const int fresh = std::exchange(unannounced_, 0);
    if (!model_ || count() == 0 || fresh == 0) {
        return;
    }
    const QString last = model_->index(count() - 1).data(Qt::AccessibleTextRole).toString();
    setAccessibleDescription(fresh == 1 ? last
                                        : tr("%n new message(s), the last: %1", nullptr, fresh).arg(last));
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    announcer_.start(kBetweenAnnouncements);
}

/// A chat that is not full yet stands on its foot, where the next line will be.
int ChatView::contentTop() const {
    return qMax(0, viewport()->height() - contentHeight_) - verticalScrollBar()->value();
}

int ChatView::topOf(int row) const {
    int top = qMax(0, viewport()->height() - contentHeight_);
    for (int each = 0; each < row; ++each) {
        top += rows_[static_cast<std::size_t>(each)].height;
    }
    return top;
}

int ChatView::rowAt(int y) const {
    int top = contentTop();
    if (y < top) {
        return -1;
    }
    for (int row = 0; row < count(); ++row) {
        top += rows_[static_cast<std::size_t>(row)].height;
        if (y < top) {
            return row;
        }
    }
    return -1;
}

QRect ChatView::rectOf(int row) const {
    const int top = topOf(row) - verticalScrollBar()->value();
    return {0, top, viewport()->width(), rows_[static_cast<std::size_t>(row)].height};
}

void ChatView::jumpTo(int row) {
    if (row < 0 || row >= count()) {
        return;
    }
    laidOut(row);
    updateRange();
    select(row);
}

void ChatView::select(int row) {
    selected_ = row;
    if (row >= 0) {
        laidOut(row);
        const QRect place = rectOf(row);
        if (place.top() < 0) {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top());
        } else if (place.bottom() > viewport()->height()) {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + place.bottom() -
                                          viewport()->height());
        }
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(row);
        QAccessible::updateAccessibility(&focus);
    }
    viewport()->update();
    tellCurrent();
}

void ChatView::hover(int row) {
    if (row != hovered_) {
        hovered_ = row;
        viewport()->update();
        tellCurrent();
    }
}

void ChatView::tellCurrent() { Q_EMIT currentChanged(currentRow()); }

void ChatView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), look_.background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    int top = contentTop();
    for (int row = 0; row < count() && top <= event->rect().bottom(); ++row) {
        const Entry& entry = rows_[static_cast<std::size_t>(row)];
        if (entry.row && top + entry.height >= event->rect().top()) {
            entry.row->paint(painter, top, look_, {row == hovered_, row == selected_ && hasFocus()});
        }
        top += entry.height;
    }
    if (hasFocus() && selected_ < 0) {
        painter.setPen(QPen(look_.accent, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), theme::kControlRadius,
                                theme::kControlRadius);
    }
}

void ChatView::resizeEvent(QResizeEvent*) {
    if (viewport()->width() != look_.width) {
        refresh();
    } else {
        updateRange();
    }
    tellCurrent();
}

void ChatView::keyPressEvent(QKeyEvent* event) {
    const int last = count() - 1;
    switch (event->key()) {
        case Qt::Key_Up:
            select(selected_ < 0 ? last : qMax(0, selected_ - 1));
            return;
        case Qt::Key_Down:
            if (selected_ >= 0) {
                select(qMin(last, selected_ + 1));
            }
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Menu:
            if (selected_ >= 0) {
                Q_EMIT menuAsked(selected_, viewport()->mapToGlobal(rectOf(selected_).center()));
            }
            return;
        case Qt::Key_Escape:
        case Qt::Key_End:
            select(-1);
            follow();
            return;
        case Qt::Key_Home:
            verticalScrollBar()->setValue(0);
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void ChatView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        select(-1);
    }
    viewport()->update();
}

ChatRow::Hit ChatView::hitAt(QPoint inViewport) {
    const int row = rowAt(inViewport.y());
    if (row < 0) {
        return {};
    }
    return laidOut(row).row->hitAt(inViewport - rectOf(row).topLeft());
}

void ChatView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    pointer_ = at;
    hover(rowAt(at.y()));
    using Kind = ChatRow::Hit::Kind;
    const auto kind = hitAt(at).kind;
    const bool isPlain = kind == Kind::Nothing || kind == Kind::Emote || kind == Kind::Badge;
    viewport()->setCursor(isPlain ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void ChatView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        pressedAt_ = event->position().toPoint();
    }
}

void ChatView::mouseReleaseEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const auto pressed = std::exchange(pressedAt_, std::nullopt);
    if (event->button() != Qt::LeftButton || !pressed || (*pressed - at).manhattanLength() > 6) {
        return;
    }
    const auto hit = hitAt(at);
    if (hit.kind != ChatRow::Hit::Kind::Nothing) {
        Q_EMIT activated(rowAt(at.y()), hit, event->globalPosition().toPoint());
    }
}

void ChatView::contextMenuEvent(QContextMenuEvent* event) {
    const int row = rowAt(event->pos().y());
    if (row >= 0) {
        Q_EMIT menuAsked(row, event->globalPos());
    }
}

bool ChatView::showToolTip(const QPoint& inViewport, const QPoint& global) {
    const auto hit = hitAt(inViewport);
    using Kind = ChatRow::Hit::Kind;
    const bool isTold = hit.kind == Kind::Link || hit.kind == Kind::Emote || hit.kind == Kind::Badge;
    // What others wrote is shown as it is, never as markup.
    QToolTip::showText(global, isTold ? Qt::convertFromPlainText(hit.target) : QString(), viewport());
    return true;
}

bool ChatView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        pointer_.reset();
        hover(-1);
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ChatView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        refresh();
    }
}

}  // namespace footlight::chatui
