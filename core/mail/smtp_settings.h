#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/secret.h"

namespace footlight::mail {

enum class SmtpSecurity : std::uint8_t {
    StartTls,  ///< plain at first; no mail goes before TLS
    Tls,       ///< from the first byte
    None,      ///< for a server on this machine
};

/// Where mail is handed over. An empty host: no mail is sent.
struct SmtpSettings {
    std::string host;
    std::uint16_t port = 587;
    SmtpSecurity security = SmtpSecurity::StartTls;
    std::string user;  ///< empty: without signing in
    Secret password;
    std::string from;                           ///< the address alone
    std::filesystem::path authorities;          ///< PEM, in place of the system's; empty: the system's
    std::chrono::milliseconds timeout{30'000};  ///< for the whole conversation
};

}  // namespace footlight::mail
