#include "ui/people/second_step_off_dialog.h"

#include "ui/people/account_state.h"

namespace footlight::people {

SecondStepOffDialog::SecondStepOffDialog(AccountState& state, QWidget* parent)
    : ProofDialog({tr("Turn the second step off?"),
                   tr("Signing in asks for the password alone then. The recovery codes stop working."),
                   tr("Turn off"), tr("Keep it on")},
                  state, parent) {}

void SecondStepOffDialog::ask() {
    const wire::SecondStepOff proof{state().proof(password()), code().toStdString()};
    state().security().endSecondStep(proof, {this, [this](const Result<>& done) {
                                                 finished(done);
                                                 state().refresh();
                                             }});
}

}  // namespace footlight::people
