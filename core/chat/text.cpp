#include "core/chat/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace footlight::chat {
namespace {

constexpr int kMostMarks = 4;

struct Range {
    char32_t first;
    char32_t last;
};

/// The blocks that hold nothing but combining marks.
constexpr std::array kMarks{Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},
                            Range{0x610, 0x61A},   Range{0x64B, 0x65F},   Range{0x6D6, 0x6DC},
                            Range{0xE31, 0xE31},   Range{0xE34, 0xE3A},   Range{0xE47, 0xE4E},
                            Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF},
                            Range{0xFE20, 0xFE2F}};
constexpr std::array kSpaces{Range{0x20, 0x20},     Range{0xA0, 0xA0},     Range{0xAD, 0xAD},
                             Range{0x115F, 0x1160}, Range{0x1680, 0x1680}, Range{0x2000, 0x200F},
                             Range{0x202F, 0x202F}, Range{0x205F, 0x2064}, Range{0x3000, 0x3000},
                             Range{0x3164, 0x3164}, Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}};
/// C0, DEL, C1, the line and paragraph separators, and the marks that turn the order of what follows.
constexpr std::array kForbidden{Range{0x0, 0x1F}, Range{0x7F, 0x9F}, Range{0x2028, 0x202E},
                                Range{0x2066, 0x2069}, Range{0xFFFE, 0xFFFF}};

bool isIn(const auto& ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](Range range) { return c >= range.first && c <= range.last; });
}

bool isContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// How many bytes the character that begins with `lead` has; 0 where none begins so.
std::size_t lengthOf(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Takes the next character off `text` (RFC 3629): no overlong form, no surrogate.
std::optional<char32_t> takeCharacter(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const auto length = lengthOf(lead);
    if (length == 0 || length > text.size()) {
        return std::nullopt;
    }
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (!isContinuation(byte)) {
            return std::nullopt;
        }
        value = (value << 6U) | (byte & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    if (value < kLeast[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return value;
}

struct Rules {
    std::string_view code;
    std::string name;
    std::size_t characters;
    std::size_t bytes;
    bool mayBeEmpty;
};

const Rules kMessage{"chat.text", "message", 500, 2000, false};
const Rules kTitle{"channel.title", "title", 140, 560, true};

tl::unexpected<Error> refuse(const Rules& rules, const std::string& what) {
    return fail(ErrorCategory::Invalid, rules.code, "A " + rules.name + " " + what);
}

Result<> check(std::string_view text, const Rules& rules) {
    if (text.size() > rules.bytes) {
        return refuse(rules, "has at most " + std::to_string(rules.bytes) + " bytes.");
    }
    std::size_t characters = 0;
    int marks = 0;
    bool visible = rules.mayBeEmpty;
    while (!text.empty()) {
        const auto c = takeCharacter(text);
        if (!c) {
            return refuse(rules, "must be valid UTF-8.");
        }
        if (isIn(kForbidden, *c)) {
            return refuse(rules, "must not contain control characters or line breaks.");
        }
        const bool mark = isIn(kMarks, *c);
        marks = mark ? marks + 1 : 0;
        if (marks > kMostMarks) {
            return refuse(rules, "has at most 4 accents on one letter.");
        }
        visible = visible || (!mark && !isIn(kSpaces, *c));
        ++characters;
    }
    if (!visible) {
        return refuse(rules, "needs something to read.");
    }
    if (characters > rules.characters) {
        return refuse(rules, "has at most " + std::to_string(rules.characters) + " characters.");
    }
    return {};
}

}  // namespace

Result<> checkText(std::string_view text) { return check(text, kMessage); }

Result<> checkTitle(std::string_view title) { return check(title, kTitle); }

}  // namespace footlight::chat
