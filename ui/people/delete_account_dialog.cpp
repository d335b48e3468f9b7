#include "ui/people/delete_account_dialog.h"

#include "ui/people/account_state.h"

namespace footlight::people {

DeleteAccountDialog::DeleteAccountDialog(AccountState& state, QWidget* parent)
    : ProofDialog(
          {tr("Delete the account %1?").arg(state.name()),
           tr("The channel, its recordings, what it tells of itself and all that you wrote go with it, "
              "for good. Nobody can bring them back."),
           tr("Delete %1").arg(state.name()), tr("Keep the account")},
          state, parent) {}

void DeleteAccountDialog::ask() {
    wire::AccountDeletion proof{state().proof(password()), std::nullopt};
    if (!code().isEmpty()) {
        proof.code = code().toStdString();
    }
    state().account().deleteAccount(proof, {this, [this](const Result<>& done) {
                                                if (done) {
                                                    state().keeper().accountDeleted();
                                                }
                                                finished(done);
                                            }});
}

}  // namespace footlight::people
