#pragma once

#include "ui/widgets/section.h"

class QPushButton;

namespace footlight::widgets {
class IconView;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class AccountState;

/// Whether a code is asked for beside the password, and the way to turn that on and off.
class SecondStepSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit SecondStepSection(AccountState& state, QWidget* parent = nullptr);

private:
    void showState();

    AccountState& state_;
    widgets::IconView* mark_;
    widgets::TextLabel* saying_;
    QPushButton* switch_;
};

}  // namespace footlight::people
