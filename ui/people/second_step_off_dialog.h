#pragma once

#include "ui/people/proof_dialog.h"

namespace footlight::people {

/// Turns the second step off.
class SecondStepOffDialog final : public ProofDialog {
    Q_OBJECT
public:
    explicit SecondStepOffDialog(AccountState& state, QWidget* parent = nullptr);

private:
    void ask() override;
};

}  // namespace footlight::people
