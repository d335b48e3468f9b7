#include "ui/widgets/card_grid.h"

#include <QKeyEvent>

#include "ui/theme/metrics.h"

namespace footlight::widgets {

CardGrid::CardGrid(int leastWidth, QWidget* parent) : QListView(parent), leastWidth_(leastWidth) {
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &CardGrid::chosen);
}

void CardGrid::keyPressEvent(QKeyEvent* event) {
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void CardGrid::resizeEvent(QResizeEvent* event) {
    const int room = viewport()->width() - 2;
    const int columns = qMax(1, room / (leastWidth_ + theme::kGap16));
    const int width = room / columns;
    setGridSize({width, heightOf(width)});
    QListView::resizeEvent(event);
    fitHeight();
}

void CardGrid::grow() {
    grows_ = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model(), &QAbstractItemModel::modelReset, this, &CardGrid::fitHeight);
    connect(model(), &QAbstractItemModel::rowsInserted, this, &CardGrid::fitHeight);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, &CardGrid::fitHeight);
    fitHeight();
}

void CardGrid::fitHeight() {
    if (!grows_ || gridSize().width() <= 0) {
        return;
    }
    const int columns = qMax(1, (viewport()->width() - 2) / gridSize().width());
    const int rows = (model()->rowCount() + columns - 1) / columns;
    setFixedHeight(rows * gridSize().height() + 2 * frameWidth() + 4);
}

}  // namespace footlight::widgets
