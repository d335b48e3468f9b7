#pragma once

#include "core/base/result.h"
#include "ui/widgets/section.h"

class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

class AccountState;
class Field;
class Form;

/// A new password. The present one is asked for only where a person chose it.
class PasswordSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit PasswordSection(AccountState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void saved();

private:
    void showState();
    void clear();
    void change();
    void changed(const Result<>& done);

    AccountState& state_;
    Form* form_;
    Field* present_;
    Field* next_;
    QPushButton* change_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::people
