#include "ui/chat/line_wording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/chat/chat_line.h"

namespace footlight::chatui {
namespace {

/// The relay counts no further.
constexpr std::int64_t kMostCounted = 10'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(footlight::chatui::Line)
};

}  // namespace

QString roleText(chat::Role role) {
    switch (role) {
        case chat::Role::Owner:
            return Texts::tr("Owner");
        case chat::Role::Moderator:
            return Texts::tr("Moderator");
        case chat::Role::Vip:
            return Texts::tr("VIP");
        case chat::Role::Member:
        case chat::Role::Guest:
            return {};
    }
    return {};
}

QString spokenLine(const ChatLine& line) {
    if (line.kind == ChatLine::Kind::Notice) {
        return line.text;
    }
    if (line.state == ChatLine::State::Deleted) {
        return deletedText(line);
    }
    QString spoken = roleText(line.role);
    spoken += (spoken.isEmpty() ? QString() : QStringLiteral(" ")) + line.author;
    if (line.quote) {
        spoken = Texts::tr("%1 answers %2").arg(spoken, line.quote->author);
    }
    spoken += QStringLiteral(": ") + line.text;
    if (line.isEdited) {
        spoken += QStringLiteral(" ") + Texts::tr("(edited)");
    }
    if (line.state == ChatLine::State::Waiting) {
        spoken += QStringLiteral(" ") + Texts::tr("(being sent)");
    }
    if (!line.problem.isEmpty()) {
        spoken += QStringLiteral(" ") + line.problem;
    }
    return spoken;
}

QString deletedText(const ChatLine& line) {
    if (line.deletedBy.isEmpty() || line.deletedBy.compare(line.author, Qt::CaseInsensitive) == 0) {
        return Texts::tr("%1 deleted this message").arg(line.author);
    }
    return Texts::tr("Message by %1, deleted by %2").arg(line.author, line.deletedBy);
}

QString gapText(std::optional<std::int64_t> missed) {
    if (!missed) {
        return Texts::tr("The connection was away. Earlier messages are not shown.");
    }
    const auto count = static_cast<int>(std::min(*missed, kMostCounted));
    return *missed < kMostCounted
               ? Texts::tr("%n message(s) missed while the connection was away.", nullptr, count)
               : Texts::tr("%n message(s) or more missed while the connection was away.", nullptr, count);
}

QString modesText(const wire::Modes& modes) {
    QStringList parts;
    if (modes.slow > 0) {
        parts.append(Texts::tr("one message every %1").arg(shortTime(modes.slow)));
    }
    if (modes.followersFor) {
        parts.append(*modes.followersFor > 0
                         ? Texts::tr("followers for %1 or longer").arg(shortTime(*modes.followersFor * 60))
                         : Texts::tr("followers only"));
    }
    if (modes.emoteOnly) {
        parts.append(Texts::tr("emotes only"));
    }
    if (parts.isEmpty()) {
        return {};
    }
    QString sentence = parts.join(QStringLiteral(" · "));
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString shortTime(qint64 seconds) {
    if (seconds >= 86'400 && seconds % 86'400 == 0) {
        return Texts::tr("%1 d").arg(seconds / 86'400);
    }
    if (seconds >= 3'600 && seconds % 3'600 == 0) {
        return Texts::tr("%1 h").arg(seconds / 3'600);
    }
    if (seconds >= 60 && seconds % 60 == 0) {
        return Texts::tr("%1 min").arg(seconds / 60);
    }
    return Texts::tr("%1 s").arg(seconds);
}

QString clockTime(qint64 seconds) {
    const QChar zero = QLatin1Char('0');
    const auto two = [zero](qint64 figure) { return QStringLiteral("%1").arg(figure, 2, 10, zero); };
    if (seconds < 3'600) {
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(two(seconds % 60));
    }
    return QStringLiteral("%1:%2:%3").arg(seconds / 3'600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

QString oneLine(QString text) {
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control || character == QChar::ParagraphSeparator ||
            character == QChar::LineSeparator) {
            character = QLatin1Char(' ');
        }
    }
    return text;
}

}  // namespace footlight::chatui
