#pragma once

#include <QStringList>

namespace footlight::chatui {

class ChatModel;

/// How many of the lines shown are this person's.
int linesOf(const ChatModel& chat, const QString& author);
/// Who spoke or was mentioned, the most recent first, each once; at most `limit`.
QStringList recentPeople(const ChatModel& chat, int limit);

}  // namespace footlight::chatui
