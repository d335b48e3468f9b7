#include "ui/people/identity_section.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "core/client/relay_client.h"
#include "ui/models/wording.h"
#include "ui/people/account_state.h"
#include "ui/people/form.h"
#include "ui/people/same_user.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/copy_field.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kFace = 56;

}  // namespace

IdentitySection::IdentitySection(AccountState& state, pictures::PictureStore& faces, QWidget* parent)
    : Section(tr("Account"), {}, parent),
      state_(state),
      faces_(faces),
      face_(new widgets::AvatarView(kFace, this)),
      form_(new Form(this)),
      name_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::DemiBold, this)),
      relay_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      invite_(new QPushButton(theme::icon(QStringLiteral("add")), tr("Make an invitation"), this)),
      code_(new widgets::CopyField(tr("Invitation"), this)),
      goodUntil_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    for (auto* label : {name_, relay_}) {
        label->setFit(widgets::TextLabel::Fit::Elide);
        label->setMinimumHeight(theme::kControlHeight);
    }
    auto* other = new QPushButton(theme::icon(QStringLiteral("user")), tr("Sign in as somebody else…"), this);
    other->setAccessibleName(tr("Sign in as somebody else"));
    auto* out = new QPushButton(tr("Sign out"), this);
    out->setAccessibleName(out->text());
    connect(other, &QPushButton::clicked, this, &IdentitySection::signInAsked);
    connect(out, &QPushButton::clicked, this, &IdentitySection::signOutAsked);
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(other);
    row->addWidget(out);
    row->addStretch(1);
    form_->add(tr("Picture"), makePicture());
    form_->add(tr("Signed in as"), name_);
    form_->add(tr("Relay"), relay_);
    form_->add(buttons);
    invitation_ = makeInvitation();
    form_->add(tr("Invitation"), invitation_);
    addWide(form_);
    connect(&state_, &AccountState::userChanged, this, &IdentitySection::forgetInvitation);
    connect(&state_, &AccountState::changed, this, &IdentitySection::showState);
    connect(&faces_, &pictures::PictureStore::loaded, this, [this](const QString& path) {
        if (path == pictures::pathOfAvatar(state_.name())) {
            showState();
        }
    });
    showState();
}

QWidget* IdentitySection::makePicture() {
    auto* holder = new QWidget(this);
    auto* change = new QPushButton(theme::icon(QStringLiteral("image")), tr("Change the picture…"), holder);
    change->setAccessibleName(tr("Change the picture"));
    connect(change, &QPushButton::clicked, this, &IdentitySection::pictureAsked);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap12);
    row->addWidget(face_);
    row->addWidget(change);
    row->addStretch(1);
    return holder;
}

QWidget* IdentitySection::makeInvitation() {
    auto* holder = new QWidget(this);
    invite_->setAccessibleName(invite_->text());
    invite_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    goodUntil_->setFit(widgets::TextLabel::Fit::Wrap);
    goodUntil_->setSecondary();
    forgetInvitation();
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, theme::kGap8, 0, 0);
    column->setSpacing(theme::kGap8);
    column->addWidget(invite_);
    column->addWidget(code_);
    column->addWidget(goodUntil_);
    connect(invite_, &QPushButton::clicked, this, &IdentitySection::invite);
    return holder;
}

void IdentitySection::showState() {
    name_->setText(state_.name());
    face_->setName(state_.name());
    face_->setPicture(state_.name().isEmpty() ? QPixmap()
                                              : faces_.picture(pictures::pathOfAvatar(state_.name())));
    name_->setAccessibleName(tr("Signed in as %1").arg(state_.name()));
    const auto& relay = state_.relay().relay();
    const QString place = state_.relay().api().address().authority();
    const QString shown = relay ? tr("%1 at %2").arg(QString::fromStdString(relay->name), place) : place;
    relay_->setText(state_.keeper().isOwnRelay() ? tr("This computer (%1)").arg(place) : shown);
    form_->setShown(invitation_, state_.me() && state_.me()->ownsRelay.value_or(false));
}

void IdentitySection::invite() {
    invite_->setEnabled(false);
    state_.account().invite(forSameUser<wire::Invitation>(
        this, state_, [this](const Result<wire::Invitation>& made) { invited(made); }));
}

void IdentitySection::invited(const Result<wire::Invitation>& made) {
    invite_->setEnabled(true);
    code_->setVisible(made.has_value());
    code_->setText(made ? QString::fromStdString(made->code.reveal()) : QString());
    goodUntil_->setText(made ? tr("For one account, until %1. Send it to whom it is for.")
                                   .arg(models::momentText(made->expiresAt))
                             : problemOf(made));
}

void IdentitySection::forgetInvitation() {
    invite_->setEnabled(true);
    code_->setText({});
    code_->hide();
    goodUntil_->setText(tr("Lets one person make an account here, also where the relay takes nobody else."));
}

}  // namespace footlight::people
