#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/certificate.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// A real SMTP server (aiosmtpd) on a free port of this machine; smtp_server.py says how it answers.
class SmtpServer {
public:
    enum class Security : std::uint8_t { Plain, StartTls, Tls };

    explicit SmtpServer(Security security = Security::Plain);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::filesystem::path certificate() const { return certificate_.certificate(); }
    /// What it has taken so far, oldest first, each as it came over the wire.
    [[nodiscard]] std::vector<std::string> mails() const;
    /// True once it has taken `count` mails.
    [[nodiscard]] bool waitForMails(std::size_t count) const;

private:
    TempDir folder_;
    Certificate certificate_;
    Process process_;
    std::uint16_t port_ = 0;
};

/// What stands behind `name: ` in a mail's head; empty where it has no such line.
std::string mailHeader(const std::string& mail, const std::string& name);
/// The text of a mail whose body is base64.
std::string mailText(const std::string& mail);

}  // namespace footlight::tests
