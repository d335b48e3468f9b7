#include "ui/shell/header_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::shell {

HeaderBar::HeaderBar(QWidget* parent)
    : QFrame(parent),
      title_(new widgets::TextLabel({}, theme::TextRole::Title, QFont::DemiBold, this)),
      search_(new QPushButton(tr("Find an action    Ctrl+K"), this)),
      identity_(new QPushButton(this)),
      menu_(new QMenu(this)),
      row_(new QHBoxLayout(this)) {
    search_->setIcon(theme::icon(QStringLiteral("search")));
    search_->setAccessibleName(tr("Find an action"));
    search_->setToolTip(tr("Command palette (Ctrl+K)"));
    identity_->setIcon(theme::icon(QStringLiteral("user")));
    identity_->setProperty("tone", QStringLiteral("quiet"));
    setIdentity({});
    connect(search_, &QPushButton::clicked, this, &HeaderBar::paletteAsked);
    identity_->setMenu(menu_);

    row_->setContentsMargins(theme::kGap24, theme::kGap12, theme::kGap16, theme::kGap12);
    row_->setSpacing(theme::kGap8);
    row_->addWidget(title_, 1);
    row_->addWidget(search_);
    row_->addWidget(identity_);
}

void HeaderBar::addTool(QWidget* tool) {
    row_->insertWidget(row_->count() - 1, tool);
    setTabOrder(search_, tool);
    setTabOrder(tool, identity_);
}

void HeaderBar::setTitle(const QString& title) { title_->setText(title); }

void HeaderBar::setIdentity(const QString& name) {
    const QString shown = name.isEmpty() ? tr("Guest") : name;
    // A lone ampersand in a name would become a mnemonic.
    identity_->setText(QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")));
    identity_->setAccessibleName(name.isEmpty() ? tr("Not signed in") : tr("Signed in as %1").arg(name));
    identity_->setToolTip(tr("Account and relay"));
}

}  // namespace footlight::shell
