#include "ui/channel/routes_section.h"

#include <QDialog>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/channel/route_row.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {

RoutesSection::RoutesSection(const Words& words, QWidget* parent)
    : Section(words.title, words.sentence, parent),
      list_(new QVBoxLayout),
      none_(new widgets::TextLabel(words.none, theme::TextRole::Body, QFont::Normal, this)) {
    none_->setSecondary();
    none_->setFit(widgets::TextLabel::Fit::Wrap);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    auto* holder = new QWidget(this);
    holder->setLayout(list_);
    auto* button = new QPushButton(theme::icon(QStringLiteral("add")), words.add, this);
    QString spoken = words.add;
    button->setAccessibleName(spoken.remove(QChar(0x2026)));
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWide(none_);
    addWide(holder);
    addWide(button);
    connect(button, &QPushButton::clicked, this, [this] { add(); });
}

void RoutesSection::clear() {
    for (RouteRow* row : rows_) {
        row->deleteLater();
    }
    rows_.clear();
    none_->show();
}

RouteRow* RoutesSection::append(const QString& name) {
    auto* row = new RouteRow(name, this);
    rows_.push_back(row);
    list_->addWidget(row);
    none_->hide();
    return row;
}

void RoutesSection::ask(QDialog* dialog, std::function<void()> act) {
    connect(dialog, &QDialog::accepted, this, std::move(act));
    widgets::openAccountDialog(*dialog);
}

void RoutesSection::askToRemove(const Removal& removal, std::function<void()> act) {
    ask(new widgets::ConfirmDialog(
            {tr("Remove %1?").arg(removal.name), removal.consequence, removal.verb, tr("Keep it")},
            QStringLiteral("primary"), this),
        std::move(act));
}

}  // namespace footlight::channel
