#pragma once

#include <QDialog>

#include "core/base/result.h"

class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

class AccountState;
class Field;
class Form;

/// Signs somebody in at the relay that is connected: with name and password, and a code where one is asked
/// for; or makes an account; or sets a new password by a code that comes by mail. Accepted once somebody is
/// signed in.
class SignInDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Step {
        SignIn,
        SecondStep,  ///< the relay asks for a code too
        SignUp,
        Forgotten,
        Reset,  ///< the code of the mail and a new password
    };

    SignInDialog(AccountState& state, const QString& relay, QWidget* parent = nullptr);

    [[nodiscard]] Step step() const { return step_; }

private:
    void addLinks(class QHBoxLayout& row);
    void go(Step step);
    void act();
    void signIn();
    void signUp();
    void askForReset();
    void reset();
    /// Puts what went wrong at the field that it is about.
    void showProblem(const Error& error);
    [[nodiscard]] Field* fieldAtFault(std::string_view code) const;
    void setBusy(bool isBusy);

    AccountState& state_;
    Step step_ = Step::SignIn;
    widgets::TextLabel* title_;
    widgets::TextLabel* sentence_;
    widgets::TextLabel* outcome_;
    Form* form_;
    Field* name_;
    Field* password_;
    Field* code_;
    Field* invitation_;
    Field* email_;
    Field* mailCode_;
    Field* newPassword_;
    QPushButton* act_;
    QPushButton* toSignIn_;
    QPushButton* toSignUp_;
    QPushButton* toForgotten_;
};

}  // namespace footlight::people
