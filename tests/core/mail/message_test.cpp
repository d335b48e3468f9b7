#include "core/mail/message.h"

#include <gtest/gtest.h>

namespace footlight::mail {
namespace {

Message mail() {
    Message message;
    message.from = "relay@example.org";
    message.fromName = "Attic";
    message.to = "ada@example.net";
    message.subject = "Stage is live";
    message.text = "Hello.";
    message.id = "01890a5d";
    message.at = utcFromMilliseconds(1'795'276'800'123);
    return message;
}

TEST(MailMessage, IsPlainTextInBase64) {
    EXPECT_EQ(format(mail()),
              "Date: Sat, 21 Nov 2026 16:00:00 +0000\r\n"
              "From: \"Attic\" <relay@example.org>\r\n"
              "To: ada@example.net\r\n"
              "Subject: Stage is live\r\n"
              "Message-ID: <01890a5d@example.org>\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: base64\r\n"
              "\r\n"
              "SGVsbG8u\r\n");
}

TEST(MailMessage, NoTextCanBecomeAHeaderOrALongLine) {
    auto message = mail();
    message.subject = "x\r\nBcc: eve@example.com";
    message.fromName = "Zoë \" \r\nX: y";
    message.text = std::string(5'000, 'a') + "\r\n.\r\n";
    const auto text = format(message);
    EXPECT_EQ(text.find("\r\nBcc"), std::string::npos);
    EXPECT_EQ(text.find("\r\nX:"), std::string::npos);
    EXPECT_EQ(text.find("\r\n.\r\n"), std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        EXPECT_LE(end - at, 78U);
        at = end + 2;
    }
}

TEST(MailMessage, LongSubjectsAreCutBetweenCharacters) {
    auto message = mail();
    message.subject = "";
    for (int i = 0; i < 30; ++i) {
        message.subject += "☀";
    }
    const auto text = format(message);
    // 14 suns of three bytes in each word.
    EXPECT_NE(
        text.find("Subject: =?UTF-8?B?4piA4piA4piA4piA4piA4piA4piA4piA4piA4piA4piA4piA4piA4piA?=\r\n ="),
        std::string::npos)
        << text;
}

TEST(MailAddress, LooksLikeOne) {
    for (const auto* good : {"a@b", "ada.lovelace+relay@example.org", "x_y@[127.0.0.1]"}) {
        EXPECT_TRUE(checkAddress(good)) << good;
    }
    for (const auto* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>", "a@b>", "<a@b",
                            "-a@b", "a@b c", "ä@b.de", "a\"b@c"}) {
        const auto checked = checkAddress(bad);
        ASSERT_FALSE(checked) << bad;
        EXPECT_EQ(checked.error().code(), "account.email");
    }
    EXPECT_FALSE(checkAddress(std::string(65, 'a') + "@b"));
    EXPECT_FALSE(checkAddress("a@" + std::string(253, 'b')));
    EXPECT_EQ(foldAddress("Ada@Example.ORG"), "ada@example.org");
}

}  // namespace
}  // namespace footlight::mail
