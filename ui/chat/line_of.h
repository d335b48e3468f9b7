#pragma once

#include "core/wire/chat.h"
#include "ui/chat/chat_line.h"

namespace footlight::chatui {

/// A message as the person of this name sees it; empty for a guest.
ChatLine lineOf(const wire::ChatMessage& message, const QString& ownName);
/// Whose line it is, and whether it concerns us, once we are somebody else.
void setOwnership(ChatLine& line, const QString& ownName);
/// What the room tells, not a person.
ChatLine noticeOf(const QString& told, const QDateTime& at);

QDateTime timeOf(const wire::ChatMessage& message);

}  // namespace footlight::chatui
