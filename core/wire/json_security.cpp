#include "core/wire/describe_security.h"
#include "core/wire/json_messages.h"

namespace footlight::wire {

FOOTLIGHT_WIRE_MESSAGE(SessionList);
FOOTLIGHT_WIRE_MESSAGE(PasswordChange);
FOOTLIGHT_WIRE_MESSAGE(PasswordProof);
FOOTLIGHT_WIRE_MESSAGE(SecondStepKey);
FOOTLIGHT_WIRE_MESSAGE(SecondStepCode);
FOOTLIGHT_WIRE_MESSAGE(RecoveryCodes);
FOOTLIGHT_WIRE_MESSAGE(SecondStepOff);
FOOTLIGHT_WIRE_MESSAGE(Invitation);
FOOTLIGHT_WIRE_MESSAGE(AccountExport);
FOOTLIGHT_WIRE_MESSAGE(OwnLine);
FOOTLIGHT_WIRE_MESSAGE(AccountDeletion);

}  // namespace footlight::wire
