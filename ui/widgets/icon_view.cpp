#include "ui/widgets/icon_view.h"

#include <QPainter>

#include "ui/theme/metrics.h"

namespace footlight::widgets {

IconView::IconView(const QString& name, theme::IconTone tone, QWidget* parent)
    : QWidget(parent), icon_(theme::icon(name, tone)) {
    setFixedSize(theme::kIconSize, theme::kIconSize);
}

void IconView::setIcon(const QString& name, theme::IconTone tone) {
    icon_ = theme::icon(name, tone);
    update();
}

void IconView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    icon_.paint(&painter, rect());
}

}  // namespace footlight::widgets
