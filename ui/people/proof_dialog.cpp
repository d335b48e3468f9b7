#include "ui/people/proof_dialog.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/people/account_state.h"
#include "ui/people/field.h"
#include "ui/people/form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kWidth = 480;

}  // namespace

ProofDialog::ProofDialog(const Words& words, AccountState& state, QWidget* parent)
    : QDialog(parent),
      state_(state),
      form_(new Form(this)),
      password_(new Field(tr("Password"), QLineEdit::Password, this)),
      code_(new Field(tr("Code of the app"), QLineEdit::Normal, this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      act_(new QPushButton(words.verb, this)) {
    setWindowTitle(words.verb);
    setAccessibleName(words.question);
    setMinimumWidth(kWidth);
    auto* question = new widgets::TextLabel(words.question, theme::TextRole::Section, QFont::DemiBold, this);
    question->setFit(widgets::TextLabel::Fit::Wrap);
    auto* consequence = new widgets::TextLabel(words.consequence, theme::TextRole::Body, QFont::Normal, this);
    consequence->setFit(widgets::TextLabel::Fit::Wrap);
    consequence->setSecondary();
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setProperty("tone", QStringLiteral("care"));
    outcome_->hide();
    form_->add(password_->accessibleName(), password_);
    form_->add(code_->accessibleName(), code_);
    form_->setShown(password_, state_.asksForPassword());
    form_->setShown(code_, state_.me() && state_.me()->secondStep.value_or(false));
    auto* keep = new QPushButton(words.keep, this);
    keep->setAccessibleName(words.keep);
    keep->setProperty("tone", QStringLiteral("large"));
    keep->setAutoDefault(false);
    act_->setAccessibleName(words.verb);
    act_->setProperty("tone", QStringLiteral("primary"));
    act_->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(act_, &QPushButton::clicked, this, [this] {
        act_->setEnabled(false);
        outcome_->hide();
        ask();
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(act_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(question);
    layout->addWidget(consequence);
    layout->addWidget(form_);
    layout->addWidget(outcome_);
    layout->addLayout(buttons);
}

void ProofDialog::finished(const Result<>& done) {
    act_->setEnabled(true);
    if (done) {
        accept();
        return;
    }
    const auto code = done.error().code();
    if (code == "account.wrong_credentials" && password_->isVisible()) {
        password_->setProblem(problemOf(done));
    } else if ((code == "account.wrong_code" || code == "account.second_step") && code_->isVisible()) {
        code_->setProblem(problemOf(done));
    } else {
        outcome_->setText(problemOf(done));
        outcome_->show();
    }
}

QString ProofDialog::password() const { return password_->text(); }

QString ProofDialog::code() const { return code_->text().trimmed(); }

}  // namespace footlight::people
