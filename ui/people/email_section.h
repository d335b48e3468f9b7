#pragma once

#include <optional>

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

/// The address that mails go to: which one counts, a new one, and the code that proves it.
class EmailSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit EmailSection(AccountState& state, QWidget* parent = nullptr);

private:
    void addRows();
    void refresh();
    void show(const std::optional<QString>& email);
    void clear();
    void askForCode(bool asks);
    void sendCode();
    void sent(const QString& address, const Result<>& outcome);
    void verify();
    void verified(const Result<>& outcome);
    void remove();

    AccountState& state_;
    Form* form_;
    widgets::TextLabel* now_;
    Field* address_;
    Field* password_;
    QPushButton* send_;
    Field* code_;
    QPushButton* verify_;
    QPushButton* remove_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::people
