#include "ui/people/sign_in_dialog.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/people/account_state.h"
#include "ui/people/field.h"
#include "ui/people/form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kWidth = 520;

Secret secretOf(const Field& field) { return Secret(field.text().toStdString()); }

QPushButton* makeLink(const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setProperty("tone", QStringLiteral("quiet"));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

}  // namespace

SignInDialog::SignInDialog(AccountState& state, const QString& relay, QWidget* parent)
    : QDialog(parent),
      state_(state),
      title_(new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, this)),
      sentence_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      form_(new Form(this)),
      name_(new Field(tr("Name"), QLineEdit::Normal, this)),
      password_(new Field(tr("Password"), QLineEdit::Password, this)),
      code_(new Field(tr("Code"), QLineEdit::Normal, this)),
      invitation_(new Field(tr("Invitation"), QLineEdit::Normal, this)),
      email_(new Field(tr("E-mail address"), QLineEdit::Normal, this)),
      mailCode_(new Field(tr("Code from the mail"), QLineEdit::Normal, this)),
      newPassword_(new Field(tr("New password"), QLineEdit::Password, this)),
      act_(new QPushButton(this)),
      toSignIn_(makeLink(tr("I have an account"), this)),
      toSignUp_(makeLink(tr("Make an account"), this)),
      toForgotten_(makeLink(tr("Password forgotten"), this)) {
    setWindowTitle(tr("Sign in at %1").arg(relay));
    setMinimumWidth(kWidth);
    sentence_->setFit(widgets::TextLabel::Fit::Wrap);
    sentence_->setSecondary();
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setProperty("tone", QStringLiteral("care"));
    invitation_->line().setPlaceholderText(tr("Only where the relay asks for one"));
    for (Field* field : {name_, password_, code_, invitation_, email_, mailCode_, newPassword_}) {
        form_->add(field->accessibleName(), field);
    }
    act_->setProperty("tone", QStringLiteral("primary"));
    act_->setDefault(true);
    connect(act_, &QPushButton::clicked, this, &SignInDialog::act);
    auto* links = new QHBoxLayout;
    addLinks(*links);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(title_);
    layout->addWidget(sentence_);
    layout->addWidget(form_);
    layout->addWidget(outcome_);
    layout->addLayout(links);
    go(Step::SignIn);
}

void SignInDialog::addLinks(QHBoxLayout& row) {
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    row.setSpacing(theme::kGap8);
    for (auto* link : {toSignIn_, toSignUp_, toForgotten_}) {
        row.addWidget(link);
    }
    row.addStretch(1);
    row.addWidget(cancel);
    row.addWidget(act_);
    connect(toSignIn_, &QPushButton::clicked, this, [this] { go(Step::SignIn); });
    connect(toSignUp_, &QPushButton::clicked, this, [this] { go(Step::SignUp); });
    connect(toForgotten_, &QPushButton::clicked, this, [this] { go(Step::Forgotten); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void SignInDialog::go(Step step) {
    struct Words {
        QString title;
        QString sentence;
        QString verb;
    };
    const auto words = [step]() -> Words {
        switch (step) {
            case Step::SignIn:
                return {tr("Sign in"), tr("The account is one of this relay."), tr("Sign in")};
            case Step::SecondStep:
                return {tr("The second step"),
                        tr("Type the six digits that the authenticator app shows, or a recovery code."),
                        tr("Sign in")};
            case Step::SignUp:
                return {tr("Make an account"),
                        tr("You get a channel of the same name. A name has 3 to 25 letters, digits, _ or -."),
                        tr("Make the account")};
            case Step::Forgotten:
                return {tr("Password forgotten"),
                        tr("A code goes to the address that your account has, if it is this one."),
                        tr("Send the code")};
            case Step::Reset:
                return {tr("A new password"),
                        tr("The code is good for an hour. All sign-ins of the account end with it."),
                        tr("Set the password")};
        }
        return {};
    }();
    step_ = step;
    title_->setText(words.title);
    sentence_->setText(words.sentence);
    act_->setText(words.verb);
    act_->setAccessibleName(words.verb);
    outcome_->hide();
    const bool isEntry = step == Step::SignIn || step == Step::SignUp;
    form_->setShown(name_, isEntry);
    form_->setShown(password_, isEntry);
    form_->setShown(code_, step == Step::SecondStep);
    form_->setShown(invitation_, step == Step::SignUp);
    form_->setShown(email_, step == Step::Forgotten);
    form_->setShown(mailCode_, step == Step::Reset);
    form_->setShown(newPassword_, step == Step::Reset);
    toSignIn_->setVisible(step != Step::SignIn);
    toSignUp_->setVisible(step == Step::SignIn);
    toForgotten_->setVisible(step == Step::SignIn);
    Field* first = isEntry                    ? name_
                   : step == Step::SecondStep ? code_
                   : step == Step::Forgotten  ? email_
                                              : mailCode_;
    first->line().setFocus();
    adjustSize();
}

void SignInDialog::act() {
    outcome_->hide();
    switch (step_) {
        case Step::SignIn:
        case Step::SecondStep:
            signIn();
            break;
        case Step::SignUp:
            signUp();
            break;
        case Step::Forgotten:
            askForReset();
            break;
        case Step::Reset:
            reset();
            break;
    }
}

void SignInDialog::signIn() {
    if (name_->text().trimmed().isEmpty() || password_->text().isEmpty()) {
        (name_->text().trimmed().isEmpty() ? name_ : password_)->setProblem(tr("Type this first."));
        return;
    }
    wire::SignInRequest request;
    request.name = name_->text().trimmed().toStdString();
    request.password = secretOf(*password_);
    if (step_ == Step::SecondStep) {
        request.code = code_->text().trimmed().toStdString();
    }
    setBusy(true);
    state_.keeper().signIn(request, {this, [this](const Result<>& done) {
                                         setBusy(false);
                                         done ? accept() : showProblem(done.error());
                                     }});
}

void SignInDialog::signUp() {
    wire::SignUpRequest request;
    request.name = name_->text().trimmed().toStdString();
    request.password = secretOf(*password_);
    if (const QString code = invitation_->text().trimmed(); !code.isEmpty()) {
        request.invitation = Secret(code.toStdString());
    }
    setBusy(true);
    state_.keeper().signUp(request, {this, [this](const Result<>& done) {
                                         setBusy(false);
                                         done ? accept() : showProblem(done.error());
                                     }});
}

void SignInDialog::askForReset() {
    setBusy(true);
    state_.account().askForReset(email_->text().trimmed(), {this, [this](const Result<>& asked) {
                                                                setBusy(false);
                                                                asked ? go(Step::Reset)
                                                                      : showProblem(asked.error());
                                                            }});
}

void SignInDialog::reset() {
    const wire::PasswordReset request{Secret(mailCode_->text().trimmed().toStdString()),
                                      secretOf(*newPassword_)};
    setBusy(true);
    state_.account().resetPassword(request,
                                   {this, [this](const Result<>& done) {
                                        setBusy(false);
                                        if (!done) {
                                            showProblem(done.error());
                                            return;
                                        }
                                        password_->setText(newPassword_->text());
                                        go(Step::SignIn);
                                        sentence_->setText(tr("The password is set. Sign in with it."));
                                    }});
}

Field* SignInDialog::fieldAtFault(std::string_view code) const {
    if (code == "account.wrong_code") {
        return step_ == Step::Reset ? mailCode_ : code_;
    }
    if (code == "account.wrong_credentials" || code == "account.password") {
        return step_ == Step::Reset ? newPassword_ : password_;
    }
    if (code == "account.name" || code == "account.name_taken") {
        return name_;
    }
    if (code == "account.invitation") {
        return invitation_;
    }
    return code == "account.email" ? email_ : nullptr;
}

void SignInDialog::showProblem(const Error& error) {
    if (error.code() == "account.second_step") {
        go(Step::SecondStep);
        return;
    }
    const QString sentence = QString::fromStdString(error.message());
    Field* field = fieldAtFault(error.code());
    if (field != nullptr && field->isVisible()) {
        field->setProblem(sentence);
        return;
    }
    outcome_->setText(sentence);
    outcome_->show();
    if (field != nullptr && step_ == Step::SecondStep) {
        // The password is asked for again where it was wrong after all.
        go(Step::SignIn);
        field->setProblem(sentence);
    }
}

void SignInDialog::setBusy(bool isBusy) { act_->setEnabled(!isBusy); }

}  // namespace footlight::people
