#pragma once

#include <QString>
#include <optional>

#include "core/chat/role.h"
#include "core/wire/chat.h"

namespace footlight::chatui {

struct ChatLine;

/// "Moderator"; empty for members and guests, who have no badge.
QString roleText(chat::Role role);

/// A line as a screen reader says it.
QString spokenLine(const ChatLine& line);

/// "Message by bob, deleted by anna"
QString deletedText(const ChatLine& line);

/// What stands above the lines where a return came too late for all that was said: how many are missing,
/// `missed` as the relay tells it (core/wire/README.md), or that nobody knows.
QString gapText(std::optional<std::int64_t> missed);

/// Who may speak at present, in one sentence; empty where everybody may.
QString modesText(const wire::Modes& modes);

/// "45 s", "10 min", "3 h", "2 d"
QString shortTime(qint64 seconds);

/// "0:45", "4:05", "1:02:03"
QString clockTime(qint64 seconds);

/// What of a text is shown as one line: no break of it can forge another line.
QString oneLine(QString text);

}  // namespace footlight::chatui
