#include "ui/channel/route_row.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kStateWidth = 148;

}  // namespace

RouteRow::RouteRow(const QString& name, QWidget* parent)
    : QFrame(parent),
      on_(new QCheckBox(this)),
      place_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      state_(new widgets::StateChip(this)) {
    setProperty("surface", QStringLiteral("raised"));
    setAccessibleName(name);
    on_->setAccessibleName(tr("%1 is on").arg(name));
    on_->setToolTip(tr("On or off"));
    auto* title = new widgets::TextLabel(name, theme::TextRole::Body, QFont::DemiBold, this);
    title->setFit(widgets::TextLabel::Fit::Elide);
    place_->setFit(widgets::TextLabel::Fit::Elide);
    place_->setSecondary();
    state_->setFixedWidth(kStateWidth);
    state_->hide();
    const auto makeTool = [this](const QString& icon, const QString& what) {
        auto* tool = new QToolButton(this);
        tool->setProperty("tone", QStringLiteral("icon"));
        tool->setIcon(theme::icon(icon));
        tool->setAccessibleName(what);
        tool->setToolTip(what);
        return tool;
    };
    auto* change = makeTool(QStringLiteral("rename"), tr("Change %1").arg(name));
    auto* remove = makeTool(QStringLiteral("remove"), tr("Remove %1").arg(name));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(place_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap8);
    row->setSpacing(theme::kGap8);
    row->addWidget(on_);
    row->addLayout(words, 1);
    row->addWidget(state_);
    row->addWidget(change);
    row->addWidget(remove);
    connect(on_, &QCheckBox::clicked, this, &RouteRow::switched);
    connect(change, &QToolButton::clicked, this, &RouteRow::changeAsked);
    connect(remove, &QToolButton::clicked, this, &RouteRow::removeAsked);
}

void RouteRow::setPlace(const QString& place) { place_->setText(place); }

void RouteRow::setOn(bool isOn) { on_->setChecked(isOn); }

}  // namespace footlight::channel
