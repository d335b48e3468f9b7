#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

#include "core/jobs/retry.h"
#include "core/mail/smtp_settings.h"

namespace footlight::relay::hub {

/// How the relay tells people things, and how often it tries.
struct CommunityOptions {
    std::string relayName = "Footlight";  ///< as mails call it
    mail::SmtpSettings smtp;
    bool webhooksStayPublic = true;     ///< none goes to this machine or its networks
    std::filesystem::path authorities;  ///< PEM, trusted beside the system's by webhooks; empty: none
    jobs::RetryPolicy retry;
    std::size_t jobsAtATime = 8;
    std::chrono::milliseconds lease{120'000};                         ///< longer than any attempt may take
    std::chrono::milliseconds keepKeys{std::chrono::hours{24 * 30}};  ///< how long a job is remembered
    std::filesystem::path exports;  ///< the folder of files without a name that hold what people are told
    std::chrono::milliseconds exportEvery{std::chrono::hours{1}};  ///< of one person
    std::chrono::milliseconds soon{std::chrono::minutes{15}};      ///< before an entry of a schedule begins
};

}  // namespace footlight::relay::hub
