#include "ui/widgets/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <vector>

namespace footlight::widgets {
namespace {

void collect(QWidget& widget, std::vector<QWidget*>& stops);

void collect(const QLayout& layout, std::vector<QWidget*>& stops) {
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (QWidget* widget = item->widget()) {
            collect(*widget, stops);
        } else if (const QLayout* inner = item->layout()) {
            collect(*inner, stops);
        }
    }
}

void collect(QWidget& widget, std::vector<QWidget*>& stops) {
    if ((widget.focusPolicy() & Qt::TabFocus) != 0) {
        stops.push_back(&widget);
    }
    if (const auto* area = qobject_cast<QScrollArea*>(&widget);
        area != nullptr && area->widget() != nullptr) {
        collect(*area->widget(), stops);
    } else if (widget.layout() != nullptr) {
        collect(*widget.layout(), stops);
    }
}

}  // namespace

void tabInLayoutOrder(QWidget& root) {
    std::vector<QWidget*> stops;
    collect(root, stops);
    for (std::size_t i = 1; i < stops.size(); ++i) {
        QWidget::setTabOrder(stops[i - 1], stops[i]);
    }
}

}  // namespace footlight::widgets
