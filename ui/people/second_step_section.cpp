#include "ui/people/second_step_section.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/people/account_state.h"
#include "ui/people/second_step_dialog.h"
#include "ui/people/second_step_off_dialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {

SecondStepSection::SecondStepSection(AccountState& state, QWidget* parent)
    : Section(tr("Second step"),
              tr("Beside the password, signing in asks for six digits that an authenticator app on your "
                 "telephone shows. Somebody who learns the password alone stays out."),
              parent),
      state_(state),
      mark_(new widgets::IconView(QStringLiteral("info"), theme::IconTone::Plain, this)),
      saying_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      switch_(new QPushButton(this)) {
    saying_->setFit(widgets::TextLabel::Fit::Wrap);
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(mark_);
    row->addWidget(saying_, 1);
    row->addWidget(switch_);
    addWide(holder);
    connect(switch_, &QPushButton::clicked, this, [this] {
        const bool isOn = state_.me() && state_.me()->secondStep.value_or(false);
        QDialog* dialog = isOn ? static_cast<QDialog*>(new SecondStepOffDialog(state_, this))
                               : static_cast<QDialog*>(new SecondStepDialog(state_, this));
        widgets::openAccountDialog(*dialog);
    });
    connect(&state_, &AccountState::changed, this, &SecondStepSection::showState);
    showState();
}

void SecondStepSection::showState() {
    const bool isOn = state_.me() && state_.me()->secondStep.value_or(false);
    mark_->setIcon(isOn ? QStringLiteral("check") : QStringLiteral("info"),
                   isOn ? theme::IconTone::Good : theme::IconTone::Plain);
    saying_->setText(isOn ? tr("On") : tr("Off"));
    saying_->setAccessibleName(isOn ? tr("The second step is on") : tr("The second step is off"));
    switch_->setText(isOn ? tr("Turn off…") : tr("Turn on…"));
    switch_->setAccessibleName(isOn ? tr("Turn the second step off") : tr("Turn the second step on"));
    switch_->setEnabled(state_.me().has_value());
}

}  // namespace footlight::people
