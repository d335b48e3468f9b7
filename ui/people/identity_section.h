#pragma once

#include "ui/widgets/section.h"

class QPushButton;

namespace footlight::widgets {
class CopyField;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class AccountState;
class Form;

/// Who is signed in where; signing in as somebody else and signing out; and, for the relay's owner,
/// invitations.
class IdentitySection final : public widgets::Section {
    Q_OBJECT
public:
    explicit IdentitySection(AccountState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void signInAsked();
    void signOutAsked();

private:
    QWidget* makeInvitation();
    void showState();
    void invite();

    AccountState& state_;
    Form* form_;
    widgets::TextLabel* name_;
    widgets::TextLabel* relay_;
    QWidget* invitation_ = nullptr;
    QPushButton* invite_;
    widgets::CopyField* code_;
    widgets::TextLabel* goodUntil_;
};

}  // namespace footlight::people
