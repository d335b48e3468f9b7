#pragma once

#include "core/base/result.h"
#include "core/wire/security.h"
#include "ui/widgets/section.h"

class QPushButton;

namespace footlight::widgets {
class AvatarView;
class CopyField;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::people {

class AccountState;
class Form;

/// Who is signed in where; signing in as somebody else and signing out; and, for the relay's owner,
/// invitations.
class IdentitySection final : public widgets::Section {
    Q_OBJECT
public:
    IdentitySection(AccountState& state, pictures::PictureStore& faces, QWidget* parent = nullptr);

Q_SIGNALS:
    void signInAsked();
    void signOutAsked();
    /// The picture is to be chosen.
    void pictureAsked();

private:
    QWidget* makePicture();
    QWidget* makeInvitation();
    void showState();
    void invite();
    void invited(const Result<wire::Invitation>& made);
    void forgetInvitation();

    AccountState& state_;
    pictures::PictureStore& faces_;
    widgets::AvatarView* face_;
    Form* form_;
    widgets::TextLabel* name_;
    widgets::TextLabel* relay_;
    QWidget* invitation_ = nullptr;
    QPushButton* invite_;
    widgets::CopyField* code_;
    widgets::TextLabel* goodUntil_;
};

}  // namespace footlight::people
