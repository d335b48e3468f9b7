#include "core/wire/describe.h"
#include "core/wire/json_messages.h"

namespace footlight::wire {

FOOTLIGHT_WIRE_MESSAGE(Notification);
FOOTLIGHT_WIRE_MESSAGE(NotificationPage);
FOOTLIGHT_WIRE_MESSAGE(NotificationsRead);
FOOTLIGHT_WIRE_MESSAGE(NotificationChoices);
FOOTLIGHT_WIRE_MESSAGE(WebhookList);
FOOTLIGHT_WIRE_MESSAGE(NewWebhook);
FOOTLIGHT_WIRE_MESSAGE(MadeWebhook);
FOOTLIGHT_WIRE_MESSAGE(DeadDeliveryList);
FOOTLIGHT_WIRE_MESSAGE(EmailRequest);
FOOTLIGHT_WIRE_MESSAGE(EmailAddress);
FOOTLIGHT_WIRE_MESSAGE(EmailCode);
FOOTLIGHT_WIRE_MESSAGE(ForgottenPassword);
FOOTLIGHT_WIRE_MESSAGE(PasswordReset);

}  // namespace footlight::wire
