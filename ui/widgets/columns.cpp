#include "ui/widgets/columns.h"

#include <QBoxLayout>
#include <QResizeEvent>

#include "ui/theme/metrics.h"

namespace footlight::widgets {
namespace {

constexpr int kNarrowest = 500;
constexpr int kWidest = 960;

/// A column of cards in a widget of its own: a layout alone cannot be held to a width.
QBoxLayout* addColumn(QBoxLayout& sides, QWidget* parent) {
    auto* column = new QWidget(parent);
    column->setMaximumWidth(kWidest);
    auto* cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(theme::kGap12);
    cards->addStretch(1);
    sides.addWidget(column, 1);
    return cards;
}

}  // namespace

Columns::Columns(QWidget* parent)
    : QWidget(parent),
      sides_(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      left_(addColumn(*sides_, this)),
      right_(addColumn(*sides_, this)) {
    sides_->addStretch(0);
    sides_->setContentsMargins(0, 0, 0, 0);
    sides_->setSpacing(theme::kGap12);
}

void Columns::addLeft(QWidget* card) { left_->insertWidget(left_->count() - 1, card); }

void Columns::addRight(QWidget* card) { right_->insertWidget(right_->count() - 1, card); }

QSize Columns::minimumSizeHint() const { return left_->minimumSize().expandedTo(right_->minimumSize()); }

void Columns::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool fitsBoth = event->size().width() >= 2 * kNarrowest + theme::kGap12;
    sides_->setDirection(fitsBoth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace footlight::widgets
