#include "ui/settings/channel_section.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::settings {

ChannelSection::ChannelSection(QWidget* parent)
    : Section(tr("Account and channel"), {}, parent),
      user_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      channel_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      rotate_(new QPushButton(tr("Rotate the stream key…"), this)) {
    rotate_->setIcon(theme::icon(QStringLiteral("key")));
    rotate_->setAccessibleName(tr("Rotate the stream key"));
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    connect(rotate_, &QPushButton::clicked, this, &ChannelSection::confirmRotate);
    auto* key = new QWidget(this);
    auto* row = new QHBoxLayout(key);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap12);
    row->addWidget(rotate_);
    row->addWidget(outcome_, 1);
    addRow(tr("Signed in as"), user_);
    addRow(tr("Channel"), channel_);
    addRow(
        tr("Stream key"), key,
        tr("Whoever has the key can go live as you. Footlight keeps it in the keychain and never shows it."));
    showIdentity({}, {});
}

void ChannelSection::showIdentity(const QString& user, const QString& channel) {
    user_->setText(user.isEmpty() ? tr("Nobody: waiting for the relay") : user);
    channel_->setText(channel.isEmpty() ? QStringLiteral("–") : channel);
    rotate_->setEnabled(!channel.isEmpty());
}

void ChannelSection::confirmRotate() {
    auto* dialog =
        new widgets::ConfirmDialog({tr("Rotate the stream key of %1?").arg(channel_->text()),
                                    tr("The old key stops working at once, in other programs too."),
                                    tr("Rotate key"), tr("Keep the old one")},
                                   QStringLiteral("primary"), this);
    connect(dialog, &QDialog::accepted, this, [this] {
        rotate_->setEnabled(false);
        outcome_->setText(tr("Rotating…"));
        Q_EMIT rotateKeyAsked();
    });
    widgets::openAccountDialog(*dialog);
}

void ChannelSection::showKeyRotated(const QString& problem) {
    rotate_->setEnabled(true);
    outcome_->setText(problem.isEmpty() ? tr("Rotated. Footlight uses the new key from now on.") : problem);
}

}  // namespace footlight::settings
