#pragma once

#include "ui/people/proof_dialog.h"

namespace footlight::people {

/// Deletes the account for good; says whose, and what goes with it.
class DeleteAccountDialog final : public ProofDialog {
    Q_OBJECT
public:
    explicit DeleteAccountDialog(AccountState& state, QWidget* parent = nullptr);

private:
    void ask() override;
};

}  // namespace footlight::people
