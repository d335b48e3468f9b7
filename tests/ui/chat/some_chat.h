#pragma once

#include <QPainter>
#include <QPixmap>

#include "core/client/relay_client.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/pictures/picture_store.h"

namespace footlight::chatui {

inline wire::ChatMessage messageOf(const char* author, const std::string& text, std::int64_t at = 0) {
    wire::ChatMessage message;
    message.id = MessageId::make(utcFromMilliseconds(1795252800000 + at));
    message.channel = "anna";
    message.user.name = author;
    message.text = text;
    message.at = utcFromMilliseconds(1795252800000 + at);
    return message;
}

/// A channel's chat in which somebody is signed in, with nobody at the other end: what the relay would say is
/// said by its socket's signals.
struct SomeChat {
    /// An empty name is a guest.
    void enter(const char* name, wire::Role role = wire::Role::Member) {
        if (*name != '\0') {
            wire::Session session;
            session.channel = name;
            session.user.name = name;
            Q_EMIT relay.api().signedIn(session);
        }
        chat.setChannel(QStringLiteral("anna"));
        wire::Joined joined;
        joined.channel = "anna";
        joined.role = role;
        joined.history = history;
        joined.modes = modes;
        joined.pins = pins;
        joined.restriction = restriction;
        Q_EMIT relay.live().joined(joined);
    }
    void hear(const wire::ChatMessage& message) { Q_EMIT relay.live().messageReceived(message); }

    SystemClock clock;
    client::RelayClient relay{clock};
    models::MemorySettings settings;
    ChatOptions options{settings};
    pictures::Pictures pictures{relay.api()};
    ChatController chat{relay, pictures.faces, options};
    std::vector<wire::ChatMessage> history;
    wire::Modes modes;
    std::vector<wire::Pin> pins;
    std::optional<wire::Restriction> restriction;
};

}  // namespace footlight::chatui
