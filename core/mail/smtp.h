#pragma once

#include <atomic>

#include "core/base/result.h"
#include "core/mail/message.h"
#include "core/mail/smtp_settings.h"

namespace footlight::mail {

/// Hands a mail to the server (RFC 5321; STARTTLS RFC 3207), which must have a certificate for its name.
/// Blocks until the server has taken it, `timeout` is over or, within a second, `stop` is set: call it on a
/// worker. Denied where the server refuses it for good (5xx) or the sign-in; Unavailable where trying later
/// may help.
Result<> send(const SmtpSettings& settings, const Message& message, const std::atomic<bool>& stop);

}  // namespace footlight::mail
