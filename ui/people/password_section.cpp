#include "ui/people/password_section.h"

#include <QPushButton>

#include "ui/people/account_state.h"
#include "ui/people/field.h"
#include "ui/people/form.h"
#include "ui/people/same_user.h"
#include "ui/theme/icon.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {

PasswordSection::PasswordSection(AccountState& state, QWidget* parent)
    : Section(tr("Password"), {}, parent),
      state_(state),
      form_(new Form(this)),
      present_(new Field(tr("Present password"), QLineEdit::Password, this)),
      next_(new Field(tr("New password"), QLineEdit::Password, this)),
      change_(new QPushButton(theme::icon(QStringLiteral("key")), tr("Change the password"), this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    change_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    form_->add(present_->accessibleName(), present_);
    form_->add(next_->accessibleName(), next_);
    form_->add(change_);
    form_->add(outcome_);
    addWide(form_);
    connect(change_, &QPushButton::clicked, this, &PasswordSection::change);
    connect(next_, &Field::entered, this, &PasswordSection::change);
    connect(&state_, &AccountState::userChanged, this, &PasswordSection::clear);
    connect(&state_, &AccountState::changed, this, &PasswordSection::showState);
    showState();
}

void PasswordSection::showState() {
    const bool has = state_.me() && state_.me()->hasPassword.value_or(false);
    form_->setShown(present_, state_.asksForPassword());
    change_->setText(has ? tr("Change the password") : tr("Set a password"));
    change_->setAccessibleName(change_->text());
    change_->setEnabled(state_.me().has_value());
    outcome_->setText(has ? tr("All other places where you are signed in are ended with it.")
                          : tr("With a password you can sign in from other computers too."));
}

void PasswordSection::clear() {
    present_->clear();
    next_->clear();
}

void PasswordSection::change() {
    if (next_->text().isEmpty()) {
        next_->setProblem(tr("Type the new password."));
        return;
    }
    const wire::PasswordChange request{state_.proof(present_->text()), Secret(next_->text().toStdString())};
    change_->setEnabled(false);
    state_.account().changePassword(
        request, forSameUser<void>(this, state_, [this](const Result<>& done) { changed(done); }));
}

void PasswordSection::changed(const Result<>& done) {
    change_->setEnabled(true);
    if (done) {
        clear();
        state_.keeper().passwordChanged();
        state_.refresh();
        Q_EMIT saved();
    } else if (done.error().code() == "account.wrong_credentials") {
        present_->setProblem(problemOf(done));
    } else {
        next_->setProblem(problemOf(done));
    }
}

}  // namespace footlight::people
