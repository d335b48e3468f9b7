#include "ui/chat/line_spans.h"

#include <QUrl>
#include <algorithm>
#include <array>

namespace footlight::chatui {
namespace {

constexpr int kFewPictures = 6;

struct Range {
    char32_t first;
    char32_t last;
};

/// What is drawn as a picture without being asked to (Emoji_Presentation, UTS 51); beyond the first plane
/// all of the blocks of pictures.
constexpr std::array kPictures{
    Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x267F, 0x267F},
    Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},   Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},
    Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
    Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},   Range{0x26FD, 0x26FD},
    Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},   Range{0x274C, 0x274C},
    Range{0x274E, 0x274E},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
    Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},
    Range{0x2B55, 0x2B55},   Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E},
    Range{0x1F191, 0x1F19A}, Range{0x1F1E6, 0x1F1FF}, Range{0x1F201, 0x1F251}, Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}};

constexpr char32_t kPictureSelector = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;

bool isPicture(char32_t c) {
    return std::ranges::any_of(kPictures, [c](Range range) { return c >= range.first && c <= range.last; });
}

/// What continues a picture: selectors, joiners, the tags of flags.
bool continues(char32_t c) {
    return c == kPictureSelector || c == kJoiner || c == kKeycap || (c >= 0xE0020 && c <= 0xE007F);
}

char32_t characterAt(const QString& text, qsizetype at) {
    const QChar unit = text.at(at);
    return unit.isHighSurrogate() && at + 1 < text.size() ? QChar::surrogateToUcs4(unit, text.at(at + 1))
                                                          : unit.unicode();
}

qsizetype unitsOf(char32_t character) { return character > 0xFFFF ? 2 : 1; }

/// Where the run of emoji that begins at `start` ends; `start` where none does.
qsizetype endOfEmoji(const QString& text, qsizetype start) {
    qsizetype at = start;
    while (at < text.size()) {
        const char32_t c = characterAt(text, at);
        const auto next = at + unitsOf(c);
        const bool isAsked = next < text.size() && text.at(next).unicode() == kPictureSelector;
        const bool joined = at > start && continues(c);
        // Behind a joiner stands a picture, whichever it is: ❤ in 👩‍❤️‍👨.
        const bool isBehindJoiner = at > start && text.at(at - 1).unicode() == kJoiner;
        if (!joined && !isPicture(c) && !isAsked && !isBehindJoiner) {
            break;
        }
        at = next;
    }
    return at;
}

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-');
}

qsizetype endOfWord(const QString& text, qsizetype at) {
    while (at < text.size() && !text.at(at).isSpace()) {
        ++at;
    }
    return at;
}

/// Without the punctuation of the sentence around it; a closing bracket stays where it was opened within.
qsizetype endOfLink(const QString& text, qsizetype start) {
    auto end = endOfWord(text, start);
    while (end > start) {
        const QChar last = text.at(end - 1);
        const bool closes =
            last == QLatin1Char(')') && QStringView(text).mid(start, end - start).count(QLatin1Char('(')) >=
                                            QStringView(text).mid(start, end - start).count(QLatin1Char(')'));
        if (closes || !QStringLiteral(".,;:!?)]}>'\"…“”»").contains(last)) {
            break;
        }
        --end;
    }
    return end;
}

std::optional<Span> linkAt(const QString& text, qsizetype at) {
    const auto rest = QStringView(text).mid(at);
    const bool isWeb = rest.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive) ||
                       rest.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive);
    if (!isWeb) {
        return std::nullopt;
    }
    const auto end = endOfLink(text, at);
    const QUrl url(text.mid(at, end - at), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    return Span{Span::Kind::Link, static_cast<int>(at), static_cast<int>(end - at),
                QString::fromLatin1(url.toEncoded())};
}

std::optional<Span> mentionAt(const QString& text, qsizetype at, const QStringList& mentions) {
    auto end = at + 1;
    while (end < text.size() && isWordCharacter(text.at(end))) {
        ++end;
    }
    const QString name = text.mid(at + 1, end - at - 1);
    const auto found = std::find_if(mentions.begin(), mentions.end(), [&name](const QString& each) {
        return each.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == mentions.end()) {
        return std::nullopt;
    }
    return Span{Span::Kind::Mention, static_cast<int>(at), static_cast<int>(end - at), *found};
}

std::optional<Span> emoteAt(const QString& text, qsizetype at, const std::vector<ChatLine::Emote>& emotes) {
    const auto end = text.indexOf(QLatin1Char(':'), at + 1);
    if (end < 0) {
        return std::nullopt;
    }
    const auto name = QStringView(text).mid(at + 1, end - at - 1);
    const auto found = std::find_if(emotes.begin(), emotes.end(),
                                    [name](const ChatLine::Emote& each) { return each.name == name; });
    if (found == emotes.end()) {
        return std::nullopt;
    }
    return Span{Span::Kind::Emote, static_cast<int>(at), static_cast<int>(end + 1 - at), found->hash};
}

std::optional<Span> spanAt(const QString& text, qsizetype at, const QStringList& mentions,
                           const std::vector<ChatLine::Emote>& emotes) {
    const QChar c = text.at(at);
    const bool beginsWord = at == 0 || !isWordCharacter(text.at(at - 1));
    if (c == QLatin1Char('h') || c == QLatin1Char('H')) {
        return beginsWord ? linkAt(text, at) : std::nullopt;
    }
    if (c == QLatin1Char('@')) {
        return beginsWord ? mentionAt(text, at, mentions) : std::nullopt;
    }
    if (c == QLatin1Char(':')) {
        return emoteAt(text, at, emotes);
    }
    if (c.unicode() < 0x80 && (at + 1 >= text.size() || text.at(at + 1).unicode() != kPictureSelector)) {
        return std::nullopt;
    }
    const auto end = endOfEmoji(text, at);
    return end == at
               ? std::nullopt
               : std::optional(Span{Span::Kind::Emoji, static_cast<int>(at), static_cast<int>(end - at)});
}

}  // namespace

std::vector<Span> spansOf(const QString& text, const QStringList& mentions,
                          const std::vector<ChatLine::Emote>& emotes) {
    std::vector<Span> spans;
    qsizetype at = 0;
    while (at < text.size()) {
        if (auto span = spanAt(text, at, mentions, emotes)) {
            at += span->length;
            spans.push_back(std::move(*span));
        } else {
            at += unitsOf(characterAt(text, at));
        }
    }
    return spans;
}

bool isPicturesAlone(const QString& text, const std::vector<Span>& spans) {
    qsizetype pictures = 0;
    qsizetype units = 0;
    for (const Span& span : spans) {
        if (span.kind != Span::Kind::Emoji && span.kind != Span::Kind::Emote) {
            return false;
        }
        pictures += span.kind == Span::Kind::Emote ? 1 : (span.length + 1) / 2;
        units += span.length;
    }
    const auto spaces = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return pictures > 0 && pictures <= kFewPictures && units + spaces == text.size();
}

}  // namespace footlight::chatui
