#include "ui/shell/rail.h"

#include <QVBoxLayout>

#include "ui/shell/on_air_marker.h"
#include "ui/shell/page.h"
#include "ui/shell/rail_button.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"

namespace footlight::shell {

Rail::Rail(QWidget* parent)
    : QFrame(parent), top_(new QVBoxLayout), bottom_(new QVBoxLayout), marker_(new OnAirMarker(this)) {
    setProperty("surface", QStringLiteral("panel"));
    setAccessibleName(tr("Pages"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap4, theme::kGap12, theme::kGap4, theme::kGap8);
    layout->setSpacing(theme::kGap4);
    auto* mark = new widgets::IconView(QStringLiteral("mark"), theme::IconTone::Accent, this);
    mark->setFixedSize(28, 28);
    layout->addWidget(mark, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kGap8);
    top_->setSpacing(theme::kGap4);
    bottom_->setSpacing(theme::kGap4);
    layout->addLayout(top_);
    layout->addStretch(1);
    layout->addLayout(bottom_);
    layout->addWidget(marker_);
}

void Rail::addPage(const Page& page) {
    auto* button = new RailButton(page.title, page.icon, this);
    (page.place == Page::Place::Top ? top_ : bottom_)->addWidget(button);
    buttons_.insert(page.id, button);
    connect(button, &RailButton::clicked, this, [this, id = page.id] { Q_EMIT chosen(id); });
}

void Rail::setCurrent(const QString& id) {
    for (auto each = buttons_.cbegin(); each != buttons_.cend(); ++each) {
        each.value()->setChecked(each.key() == id);
    }
}

}  // namespace footlight::shell
