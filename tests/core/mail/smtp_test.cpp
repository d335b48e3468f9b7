// Mails handed to a real SMTP server.
#include "core/mail/smtp.h"

#include <gtest/gtest.h>

#include <future>

#include "tests/support/smtp_server.h"

namespace footlight::mail {
namespace {

using tests::SmtpServer;

Message mailTo(const std::string& to) {
    Message message;
    message.from = "relay@example.org";
    message.fromName = "Attic";
    message.to = to;
    message.subject = "Stage ist auf Sendung ☀";
    message.text = "Hello,\n\n.\nthe text with ümlauts.\n";
    message.id = "01890a5d-ac96";
    message.at = utcFromMilliseconds(1'795'276'800'123);
    return message;
}

SmtpSettings settingsOf(const SmtpServer& server, SmtpSecurity security) {
    SmtpSettings settings;
    settings.host = "localhost";
    settings.port = server.port();
    settings.security = security;
    settings.from = "relay@example.org";
    settings.authorities = server.certificate();
    return settings;
}

Result<> send(const SmtpSettings& settings, const Message& message) {
    const std::atomic<bool> never{false};
    return mail::send(settings, message, never);
}

TEST(Smtp, AMailArrivesAsItWasWritten) {
    const SmtpServer server;
    const auto sent = send(settingsOf(server, SmtpSecurity::None), mailTo("ada@example.net"));
    ASSERT_TRUE(sent) << sent.error().text();
    const auto mails = server.mails();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(tests::mailHeader(mails[0], "To"), "ada@example.net");
    EXPECT_EQ(tests::mailHeader(mails[0], "Message-ID"), "<01890a5d-ac96@example.org>");
    EXPECT_EQ(tests::mailText(mails[0]), mailTo("").text);
}

TEST(Smtp, ByStartTlsAndSignedIn) {
    const SmtpServer server(SmtpServer::Security::StartTls);
    auto settings = settingsOf(server, SmtpSecurity::StartTls);
    settings.user = "user";
    settings.password = Secret("a password");
    const auto sent = send(settings, mailTo("ada@example.net"));
    ASSERT_TRUE(sent) << sent.error().text();
    EXPECT_EQ(server.mails().size(), 1U);
    settings.password = Secret("another");
    const auto refused = send(settings, mailTo("ada@example.net"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Denied) << refused.error().text();
}

TEST(Smtp, ByTlsFromTheFirstByte) {
    const SmtpServer server(SmtpServer::Security::Tls);
    const auto sent = send(settingsOf(server, SmtpSecurity::Tls), mailTo("ada@example.net"));
    ASSERT_TRUE(sent) << sent.error().text();
    EXPECT_EQ(server.mails().size(), 1U);
}

TEST(Smtp, NoMailGoesOverAPlainConnectionThatShouldBeSecure) {
    const SmtpServer server;
    EXPECT_FALSE(send(settingsOf(server, SmtpSecurity::StartTls), mailTo("ada@example.net")));
    EXPECT_TRUE(server.mails().empty());
}

TEST(Smtp, ACertificateOfAnotherIsRefused) {
    const SmtpServer server(SmtpServer::Security::Tls);
    auto settings = settingsOf(server, SmtpSecurity::Tls);
    const tests::Certificate other("another");
    settings.authorities = other.certificate();
    const auto refused = send(settings, mailTo("ada@example.net"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Denied) << refused.error().text();
}

TEST(Smtp, TellsForGoodFromForNow) {
    const SmtpServer server;
    const auto settings = settingsOf(server, SmtpSecurity::None);
    EXPECT_EQ(send(settings, mailTo("nobody@example.net")).error().category(), ErrorCategory::Denied);
    EXPECT_EQ(send(settings, mailTo("full@example.net")).error().category(), ErrorCategory::Unavailable);
    auto nowhere = settings;
    nowhere.port = 1;
    EXPECT_EQ(send(nowhere, mailTo("ada@example.net")).error().category(), ErrorCategory::Unavailable);
    auto hurried = settings;
    hurried.timeout = std::chrono::milliseconds{700};
    EXPECT_EQ(send(hurried, mailTo("slow@example.net")).error().category(), ErrorCategory::Unavailable);
}

TEST(Smtp, AConversationEndsWhenTheRelayDoes) {
    const SmtpServer server;
    std::atomic<bool> stop{false};
    const auto begun = std::chrono::steady_clock::now();
    auto sending = std::async(std::launch::async, [&] {
        return mail::send(settingsOf(server, SmtpSecurity::None), mailTo("slow@example.net"), stop);
    });
    ASSERT_TRUE(server.waitForMails(1)) << "taken, and not answered";
    stop = true;
    EXPECT_EQ(sending.get().error().category(), ErrorCategory::Unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{25}) << "not by its deadline";
}

}  // namespace
}  // namespace footlight::mail
