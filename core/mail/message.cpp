#include "core/mail/message.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>

namespace footlight::mail {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t kLineBytes = 57;  ///< 76 characters in base64
constexpr std::size_t kWordBytes = 42;  ///< an encoded word of 68 characters
constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestLocal = 64;

std::string base64(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto left = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8U | (i < left ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= left ? kAlphabet[group >> (18 - 6 * i) & 63U] : '=';
        }
    }
    return text;
}

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// As encoded words (RFC 2047) that are cut between characters; plain where it is plain ASCII.
std::string headerText(std::string_view text) {
    const bool isPlain = text.size() <= kLineBytes &&
                         std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '='; });
    if (isPlain) {
        return std::string(text);
    }
    std::string encoded;
    while (!text.empty()) {
        auto cut = std::min(kWordBytes, text.size());
        while (cut < text.size() && cut > 1 && isContinuation(text[cut])) {
            --cut;
        }
        encoded += (encoded.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, cut)) + "?=";
        text.remove_prefix(cut);
    }
    return encoded;
}

/// "Sat, 21 Nov 2026 16:00:00 +0000".
std::string date(UtcTime at) {
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                  kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

std::string hostOf(std::string_view address) { return std::string(address.substr(address.rfind('@') + 1)); }

bool isAtom(char c) {
    constexpr std::string_view kSpecials = "!#$%&'*+/=?^_`{|}~.-";
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || kSpecials.find(c) != std::string_view::npos;
}

bool isHost(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '[' || c == ']' ||
           c == ':';
}

}  // namespace

std::string format(const Message& message) {
    std::string text;
    text += "Date: " + date(message.at) + "\r\n";
    text +=
        "From: " +
        (message.fromName.empty() ? message.from
                                  : headerText("\"" + message.fromName + "\"") + " <" + message.from + ">") +
        "\r\n";
    text += "To: " + message.to + "\r\n";
    text += "Subject: " + headerText(message.subject) + "\r\n";
    text += "Message-ID: <" + message.id + "@" + hostOf(message.from) + ">\r\n";
    text += "Auto-Submitted: auto-generated\r\n";
    text += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";
    text += "Content-Transfer-Encoding: base64\r\n\r\n";
    std::string_view left = message.text;
    while (!left.empty()) {
        text += base64(left.substr(0, kLineBytes)) + "\r\n";
        left.remove_prefix(std::min(kLineBytes, left.size()));
    }
    return text;
}

Result<> checkAddress(std::string_view address) {
    const auto at = address.find('@');
    const bool isGood = at != std::string_view::npos && at >= 1 && at <= kLongestLocal &&
                        address.size() <= kLongestAddress && at + 1 < address.size() &&
                        std::ranges::all_of(address.substr(0, at), isAtom) &&
                        std::ranges::all_of(address.substr(at + 1), isHost) && address[0] != '-';
    if (!isGood) {
        return fail(ErrorCategory::Invalid, "account.email",
                    "An e-mail address looks like name@example.org and has at most 254 characters.");
    }
    return {};
}

std::string foldAddress(std::string_view address) {
    std::string folded(address);
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return folded;
}

}  // namespace footlight::mail
