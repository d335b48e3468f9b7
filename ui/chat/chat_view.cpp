#include "ui/chat/chat_view.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/role_lookup.h"

namespace footlight::chatui {

ChatView::ChatView(QWidget* parent) : QAbstractScrollArea(parent), newer_(new QPushButton(viewport())) {
    setAccessibleName(tr("Chat"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(24);
    newer_->setProperty("tone", QStringLiteral("primary"));
    newer_->setIcon(theme::icon(QStringLiteral("down"), theme::IconTone::OnAccent));
    newer_->hide();
    connect(newer_, &QPushButton::clicked, this, &ChatView::follow);
}

void ChatView::setModel(QAbstractItemModel* model) {
    if (model_) {
        model_->disconnect(this);
    }
    model_ = model;
    if (model != nullptr) {
        connect(model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex&, int first, int last) { rowsRemoved(first, last); });
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& a, const QModelIndex& b) { rowsChanged(a.row(), b.row()); });
        connect(model, &QAbstractItemModel::modelReset, this, &ChatView::layOutAll);
    }
    layOutAll();
}

void ChatView::layOutAll() {
    rows_.clear();
    contentHeight_ = 0;
    const int count = model_ ? model_->rowCount() : 0;
    for (int row = 0; row < count; ++row) {
        contentHeight_ += rows_.emplace_back(model_->index(row, 0), viewport()->width()).height();
    }
    updateRange();
}

void ChatView::rowsInserted(int first, int last) {
    for (int row = first; row <= last; ++row) {
        const auto placed = rows_.emplace(rows_.begin() + row, model_->index(row, 0), viewport()->width());
        contentHeight_ += placed->height();
    }
    unseen_ += following_ ? 0 : last - first + 1;
    announceLast();
    updateRange();
}

void ChatView::rowsRemoved(int first, int last) {
    int gone = 0;
    for (int row = first; row <= last; ++row) {
        gone += rows_[static_cast<std::size_t>(row)].height();
    }
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    contentHeight_ -= gone;
    // What is read stays where it is when old lines go from the top.
    const int value = verticalScrollBar()->value();
    updateRange();
    if (!following_ && first == 0) {
        verticalScrollBar()->setValue(value - gone);
    }
}

void ChatView::rowsChanged(int first, int last) {
    for (int row = first; row <= last; ++row) {
        auto& old = rows_[static_cast<std::size_t>(row)];
        contentHeight_ -= old.height();
        old = ChatRow(model_->index(row, 0), viewport()->width());
        contentHeight_ += old.height();
    }
    updateRange();
}

void ChatView::updateRange() {
    const bool stay = following_;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, contentHeight_ - viewport()->height()));
    if (stay) {
        follow();
    }
    showFollowButton();
    viewport()->update();
}

void ChatView::follow() {
    following_ = true;
    unseen_ = 0;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    showFollowButton();
    viewport()->update();
}

void ChatView::scrollContentsBy(int, int) {
    following_ = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
    if (following_) {
        unseen_ = 0;
    }
    showFollowButton();
    viewport()->update();
}

void ChatView::showFollowButton() {
    newer_->setText(unseen_ == 0 ? tr("Back to the newest") : tr("%n new", nullptr, unseen_));
    newer_->setAccessibleName(tr("Back to the newest message"));
    newer_->setVisible(!following_);
    newer_->adjustSize();
    newer_->move((viewport()->width() - newer_->width()) / 2,
                 viewport()->height() - newer_->height() - theme::kGap8);
}

void ChatView::announceLast() {
    if (rows_.empty() || !model_) {
        return;
    }
    const QModelIndex last = model_->index(static_cast<int>(rows_.size()) - 1, 0);
    setAccessibleDescription(last.data(Qt::AccessibleTextRole).toString());
}

void ChatView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    // A chat that is not full yet stands on its foot, where the next line will be.
    int top = qMax(0, viewport()->height() - contentHeight_) - verticalScrollBar()->value();
    for (const ChatRow& row : rows_) {
        if (top > event->rect().bottom()) {
            break;
        }
        if (top + row.height() >= event->rect().top()) {
            row.paint(painter, top);
        }
        top += row.height();
    }
}

void ChatView::resizeEvent(QResizeEvent* event) {
    const bool widthChanged = event->oldSize().width() != event->size().width();
    widthChanged ? layOutAll() : updateRange();
}

void ChatView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_End) {
        follow();
        return;
    }
    if (event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void ChatView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        layOutAll();
    }
}

}  // namespace footlight::chatui
