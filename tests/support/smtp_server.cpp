#include "tests/support/smtp_server.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace footlight::tests {
namespace {

std::vector<std::string> commandFor(SmtpServer::Security security, const TempDir& folder,
                                    const Certificate& certificate) {
    // Debian's own interpreter has Debian's aiosmtpd.
    std::vector<std::string> command{"/usr/bin/python3", FOOTLIGHT_SOURCE_DIR "/tests/support/smtp_server.py",
                                     folder.path().string()};
    command.push_back(security == SmtpServer::Security::Plain      ? "plain"
                      : security == SmtpServer::Security::StartTls ? "starttls"
                                                                   : "tls");
    command.push_back(certificate.certificate().string());
    command.push_back(certificate.key().string());
    return command;
}

std::string decodeBase64(const std::string& text) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos) {
            continue;
        }
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFFU);
        }
    }
    return bytes;
}

}  // namespace

SmtpServer::SmtpServer(Security security) : process_(commandFor(security, folder_, certificate_)) {
    if (!process_.waitForOutput("\n")) {
        throw std::runtime_error("the SMTP server does not start: " + process_.output());
    }
    std::istringstream line(process_.output());
    std::string word;
    line >> word >> port_;
    if (word != "port") {
        throw std::runtime_error("the SMTP server does not start: " + process_.output());
    }
}

std::vector<std::string> SmtpServer::mails() const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
        if (entry.path().extension() == ".eml") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<std::string> mails;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        mails.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return mails;
}

bool SmtpServer::waitForMails(std::size_t count) const {
    return waitUntil([&] { return mails().size() >= count; });
}

std::string mailHeader(const std::string& mail, const std::string& name) {
    const auto head = "\r\n" + mail.substr(0, mail.find("\r\n\r\n")) + "\r\n";
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::string mailText(const std::string& mail) { return decodeBase64(mail.substr(mail.find("\r\n\r\n"))); }

}  // namespace footlight::tests
