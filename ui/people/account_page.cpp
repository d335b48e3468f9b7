#include "ui/people/account_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include "core/client/relay_client.h"
#include "ui/people/account_state.h"
#include "ui/people/data_section.h"
#include "ui/people/email_section.h"
#include "ui/people/identity_section.h"
#include "ui/people/password_section.h"
#include "ui/people/second_step_section.h"
#include "ui/people/sessions_section.h"
#include "ui/people/sign_in_dialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr std::chrono::seconds kSaysSaved{4};

}  // namespace

AccountPage::AccountPage(AccountState& state, pictures::PictureStore& faces, QWidget* parent)
    : QWidget(parent),
      state_(state),
      faces_(faces),
      stack_(new QStackedWidget(this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-relay"), tr("You are a guest here"),
                                     tr("Guests may watch and read. With an account you have a channel, "
                                        "write, follow and have friends."),
                                     stack_)),
      saved_(new widgets::TextLabel(tr("The password is changed"), theme::TextRole::Caption, QFont::Normal,
                                    this)) {
    saved_->setSecondary();
    saved_->hide();
    quiet_.setSingleShot(true);
    quiet_.setInterval(kSaysSaved);
    connect(&quiet_, &QTimer::timeout, saved_, &QWidget::hide);
    empty_->setAction(tr("Sign in"), QStringLiteral("user"));
    connect(empty_, &widgets::EmptyState::actionTriggered, this, &AccountPage::signIn);
    stack_->addWidget(empty_);
    stack_->addWidget(makeSections());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    connect(&state_, &AccountState::changed, this, &AccountPage::showState);
    showState();
}

QWidget* AccountPage::makeSections() {
    auto* area = new QScrollArea(stack_);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    columns_ = new widgets::Columns(content);
    auto* identity = new IdentitySection(state_, faces_, columns_);
    sessions_ = new SessionsSection(state_, columns_);
    data_ = new DataSection(state_, columns_);
    columns_->addLeft(identity);
    auto* password = new PasswordSection(state_, columns_);
    connect(password, &PasswordSection::saved, this, &AccountPage::saySaved);
    columns_->addLeft(password);
    columns_->addLeft(new EmailSection(state_, columns_));
    columns_->addRight(new SecondStepSection(state_, columns_));
    columns_->addRight(sessions_);
    columns_->addRight(data_);
    connect(identity, &IdentitySection::signInAsked, this, &AccountPage::openDialog);
    connect(identity, &IdentitySection::signOutAsked, this, &AccountPage::signOut);
    connect(identity, &IdentitySection::pictureAsked, this, &AccountPage::pictureAsked);
    connect(sessions_, &SessionsSection::rowsChanged, columns_,
            [this] { widgets::tabInLayoutOrder(*columns_); });
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addWidget(columns_);
    area->setWidget(content);
    widgets::tabInLayoutOrder(*columns_);
    return area;
}

void AccountPage::showState() { stack_->setCurrentIndex(state_.name().isEmpty() ? 0 : 1); }

void AccountPage::saySaved() {
    saved_->adjustSize();
    saved_->move(width() - saved_->width() - theme::kGap24, theme::kGap4);
    saved_->show();
    saved_->raise();
    quiet_.start();
}

void AccountPage::signIn() {
    if (state_.keeper().isOwnRelay()) {
        state_.keeper().signInAsOwner(
            {this, [this](const Result<>& done) { Q_EMIT notice(problemOf(done)); }});
    } else {
        openDialog();
    }
}

void AccountPage::openDialog() {
    auto* dialog = new SignInDialog(state_, state_.relay().api().address().authority(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccountPage::signOut() { state_.keeper().signOut(); }

void AccountPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    state_.refresh();
}

}  // namespace footlight::people
