#include "ui/people/email_section.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/people/account_state.h"
#include "ui/people/field.h"
#include "ui/people/form.h"
#include "ui/people/same_user.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {

EmailSection::EmailSection(AccountState& state, QWidget* parent)
    : Section(tr("E-mail"), tr("For a forgotten password, and for what you want to hear of by mail."),
              parent),
      state_(state),
      form_(new Form(this)),
      now_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      address_(new Field(tr("New address"), QLineEdit::Normal, this)),
      password_(new Field(tr("Password"), QLineEdit::Password, this)),
      send_(new QPushButton(tr("Send a code"), this)),
      code_(new Field(tr("Code from the mail"), QLineEdit::Normal, this)),
      verify_(new QPushButton(tr("Verify the address"), this)),
      remove_(new QPushButton(tr("Remove the address"), this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    addRows();
    connect(send_, &QPushButton::clicked, this, &EmailSection::sendCode);
    connect(address_, &Field::entered, this, &EmailSection::sendCode);
    connect(verify_, &QPushButton::clicked, this, &EmailSection::verify);
    connect(code_, &Field::entered, this, &EmailSection::verify);
    connect(remove_, &QPushButton::clicked, this, &EmailSection::remove);
    connect(&state_, &AccountState::userChanged, this, &EmailSection::clear);
    connect(&state_, &AccountState::changed, this, [this] {
        form_->setShown(password_, state_.asksForPassword());
        refresh();
    });
    show(std::nullopt);
    askForCode(false);
    refresh();
}

void EmailSection::addRows() {
    now_->setFit(widgets::TextLabel::Fit::Elide);
    now_->setMinimumHeight(theme::kControlHeight);
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    address_->line().setPlaceholderText(QStringLiteral("anna@example.org"));
    for (auto* button : {send_, verify_, remove_}) {
        button->setAccessibleName(button->text());
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(send_);
    row->addWidget(remove_);
    row->addStretch(1);
    form_->add(tr("Address"), now_);
    form_->add(address_->accessibleName(), address_);
    form_->add(password_->accessibleName(), password_);
    form_->add(buttons);
    form_->add(code_->accessibleName(), code_);
    form_->add(verify_);
    form_->add(outcome_);
    form_->setShown(password_, state_.asksForPassword());
    addWide(form_);
}

void EmailSection::refresh() {
    if (!state_.me()) {
        show(std::nullopt);
        return;
    }
    state_.account().fetchEmail(forSameUser<std::optional<QString>>(
        this, state_, [this](const Result<std::optional<QString>>& email) {
            if (email) {
                show(*email);
            }
        }));
}

void EmailSection::show(const std::optional<QString>& email) {
    now_->setText(email ? tr("%1, verified").arg(*email) : tr("None"));
    now_->setAccessibleName(tr("Address: %1").arg(now_->text()));
    remove_->setVisible(email.has_value());
}

void EmailSection::sendCode() {
    const QString address = address_->text().trimmed();
    if (address.isEmpty()) {
        address_->setProblem(tr("Type the address first."));
        return;
    }
    const wire::EmailRequest request{address.toStdString(), state_.proof(password_->text())};
    send_->setEnabled(false);
    state_.account().setEmail(request, forSameUser<void>(this, state_, [this, address](const Result<>& done) {
                                  sent(address, done);
                              }));
}

void EmailSection::sent(const QString& address, const Result<>& outcome) {
    send_->setEnabled(true);
    if (outcome) {
        password_->clear();
        askForCode(true);
        outcome_->setText(tr("A code is on its way to %1. It is good for a day; the "
                             "address counts once the code is typed here.")
                              .arg(address));
        code_->line().setFocus();
    } else if (outcome.error().code() == "account.wrong_credentials") {
        password_->setProblem(problemOf(outcome));
    } else {
        address_->setProblem(problemOf(outcome));
    }
}

void EmailSection::askForCode(bool asks) {
    form_->setShown(code_, asks);
    form_->setShown(verify_, asks);
}

void EmailSection::clear() {
    for (auto* field : {address_, password_, code_}) {
        field->clear();
    }
    askForCode(false);
    outcome_->setText({});
    send_->setEnabled(true);
    verify_->setEnabled(true);
}

void EmailSection::verify() {
    verify_->setEnabled(false);
    state_.account().verifyEmail(
        Secret(code_->text().trimmed().toStdString()),
        forSameUser<void>(this, state_, [this](const Result<>& done) { verified(done); }));
}

void EmailSection::verified(const Result<>& outcome) {
    verify_->setEnabled(true);
    if (!outcome) {
        code_->setProblem(problemOf(outcome));
        return;
    }
    address_->clear();
    code_->clear();
    askForCode(false);
    outcome_->setText(tr("The address is verified."));
    refresh();
}

void EmailSection::remove() {
    const wire::PasswordProof proof{state_.proof(password_->text())};
    const auto removed = [this](const Result<>& done) {
        if (done) {
            password_->clear();
            outcome_->setText(tr("The address is removed."));
        } else if (done.error().code() == "account.wrong_credentials") {
            password_->setProblem(problemOf(done));
        } else {
            outcome_->setText(problemOf(done));
        }
        refresh();
    };
    state_.account().removeEmail(proof, forSameUser<void>(this, state_, removed));
}

}  // namespace footlight::people
