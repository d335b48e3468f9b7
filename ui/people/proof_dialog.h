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

/// Asks for what proves who somebody is, the password where a person chose one and the code where there is a
/// second step, before something serious. Accepted once that is done.
class ProofDialog : public QDialog {
    Q_OBJECT
protected:
    struct Words {
        QString question;
        QString consequence;
        QString verb;
        QString keep;
    };
    ProofDialog(const Words& words, AccountState& state, QWidget* parent);

    /// Asks the relay; finished() is called with what came of it.
    virtual void ask() = 0;
    void finished(const Result<>& done);
    [[nodiscard]] AccountState& state() { return state_; }
    [[nodiscard]] QString password() const;
    [[nodiscard]] QString code() const;

private:
    AccountState& state_;
    Form* form_;
    Field* password_;
    Field* code_;
    widgets::TextLabel* outcome_;
    QPushButton* act_;
};

}  // namespace footlight::people
