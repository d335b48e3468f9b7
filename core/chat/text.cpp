#include "core/chat/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

namespace footlight::chat {
namespace {

constexpr int kMostMarks = 4;

struct Range {
    char32_t first;
    char32_t last;
};

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

bool isMark(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
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
const Rules kQuestion{"chat.question", "question", 200, 800, false};
const Rules kOption{"chat.option", "choice", 80, 320, false};
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
        const bool mark = isMark(*c);
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

/// The composed form (UAX 15), of text that is valid UTF-8.
std::string composed(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &made,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    return length < 0 ? std::string(text)
                      : std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
}

Result<std::string> clean(std::string_view text, const Rules& rules) {
    if (const auto good = check(text, rules); !good) {
        return fail(good.error());
    }
    auto normal = composed(text);
    if (normal.size() > rules.bytes) {
        return refuse(rules, "has at most " + std::to_string(rules.bytes) + " bytes.");
    }
    return normal;
}

}  // namespace

Result<std::string> cleanText(std::string_view text) { return clean(text, kMessage); }

Result<std::string> cleanQuestion(std::string_view text) { return clean(text, kQuestion); }

Result<std::string> cleanOption(std::string_view text) { return clean(text, kOption); }

Result<> checkTitle(std::string_view title) { return check(title, kTitle); }

std::string excerpt(std::string_view text, std::size_t characters) {
    auto rest = text;
    for (std::size_t i = 0; i < characters && !rest.empty(); ++i) {
        if (!takeCharacter(rest)) {
            break;
        }
    }
    const bool isWhole = rest.empty();
    return std::string(text.substr(0, text.size() - rest.size())) + (isWhole ? "" : "\u2026");
}

bool isPicture(std::string_view word) {
    constexpr std::array kJoiners{Range{0x200D, 0x200D},   Range{0xFE0F, 0xFE0F},   Range{0x20E3, 0x20E3},
                                  Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE007F}, Range{'0', '9'},
                                  Range{'#', '#'},         Range{'*', '*'}};
    constexpr std::array kPictures{Range{0x2600, 0x27BF}, Range{0x1F000, 0x1FAFF}};
    bool hasPicture = false;
    while (!word.empty()) {
        const auto c = takeCharacter(word);
        if (!c) {
            return false;
        }
        const bool isOne = isIn(kPictures, *c) ||
                           utf8proc_category(static_cast<utf8proc_int32_t>(*c)) == UTF8PROC_CATEGORY_SO;
        if (!isOne && !isIn(kJoiners, *c)) {
            return false;
        }
        hasPicture = hasPicture || isOne || *c == 0x20E3;
    }
    return hasPicture;
}

}  // namespace footlight::chat
