#include "core/relay/hub/chat_desk.h"

#include <algorithm>

#include "core/chat/text.h"
#include "core/chat/words.h"
#include "core/relay/hub/chat_wire.h"
#include "core/relay/hub/frame.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/message_store.h"

namespace footlight::relay::hub {

ChatDesk::ChatDesk(Stores stores, net::WorkPool& database, People& people, MessageWriter& writer,
                   AudienceEvents& events, const Clock& clock, const ChatLimits& limits)
    : stores_(stores),
      database_(database),
      people_(people),
      writer_(writer),
      events_(events),
      clock_(clock),
      addresses_(limits.addressPerSecond, limits.addressBurst) {}

Result<> ChatDesk::admit(const RoomRequest& request) {
    auto free = request.room->chat.roster().mayTakePart(request.person.user, clock_.utcNow());
    if (!free) {
        return free;
    }
    const auto& address = request.member->address();
    if (!address.empty() && !addresses_.admit(address, clock_.steadyNow())) {
        return fail(ErrorCategory::Denied, "chat.too_fast",
                    "Too much is said from your address; try again in a few seconds.");
    }
    return {};
}

Result<> ChatDesk::ready(const OpenRoom& room) const {
    if (!room.messages.has(clock_.steadyNow())) {
        return fail(ErrorCategory::Denied, "chat.too_fast",
                    "This chat is too busy just now; try again in a few seconds.");
    }
    return writer_.ready();
}

net::Task<Result<chat::Message>> ChatDesk::find(OpenRoom* room, MessageId id) {
    if (const auto* known = room->chat.history().find(id)) {
        co_return *known;
    }
    auto look = [this, channel = room->channel.id, id] { return stores_.messages.find(channel, id); };
    auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::NotFound, "chat.unknown_message",
                       "There is no such message in this channel.");
    }
    co_return std::move(**found);
}

net::Task<Result<std::int64_t>> ChatDesk::countOf(ChannelId channel, UserId user) {
    auto count = [this, channel, user] { return stores_.messages.countOf(channel, user); };
    co_return co_await database_.run(std::move(count));
}

net::Task<Result<>> ChatDesk::say(RoomRequest request, wire::Say say) {
    auto* room = request.room.get();
    if (auto admitted = admit(request); !admitted) {
        co_return admitted;
    }
    // `//` stands for one slash at the beginning.
    auto text = say.text.starts_with("//") ? say.text.substr(1) : std::move(say.text);
    chat::Utterance utterance{request.person, std::move(text), say.nonce};
    if (say.replyTo) {
        const auto answered = co_await find(room, *say.replyTo);
        if (!answered && answered.error().category() == ErrorCategory::NotFound) {
            co_return fail(ErrorCategory::NotFound, "chat.unknown_reply",
                           "There is no message in this channel that this could answer.");
        }
        if (!answered) {
            co_return fail(answered.error());
        }
        utterance.replyTo = chat::Quote{answered->id,
                                        {answered->user, answered->userName},
                                        chat::excerpt(answered->text, chat::Quote::kCharacters)};
    }
    if (auto names = chat::mentionedNames(utterance.text); !names.empty()) {
        utterance.mentions = co_await people_.find(std::move(names));
    }
    utterance.followsSince = co_await followsSince(room, request.person.user);
    if (auto free = ready(*room); !free) {
        co_return free;
    }
    const auto now = clock_.steadyNow();
    const auto outcome = room->chat.say(std::move(utterance), clock_.utcNow(), now);
    if (!outcome) {
        co_return fail(outcome.error());
    }
    if (outcome->isNew) {
        room->messages.take(now);
        room->tell(toWire(outcome->message, room->channel.name));
    }
    co_return confirm(request, *outcome);
}

net::Task<std::optional<UtcTime>> ChatDesk::followsSince(OpenRoom* room, UserId user) {
    const auto& rules = room->chat;
    if (!rules.modes().followersFor || rules.roster().roleOf(user) >= chat::Role::Vip) {
        co_return std::nullopt;
    }
    auto look = [this, user, channel = room->channel.id] {
        return stores_.follows.followedSince(user, channel);
    };
    const auto since = co_await database_.run(std::move(look));
    co_return since ? *since : std::nullopt;
}

std::function<void()> ChatDesk::newsOf(const OpenRoom& room, const chat::Message& message) const {
    const auto now = clock_.utcNow();
    // Whoever is banned is out of it; who speaks of or to themselves knows.
    const auto concerns = [&](UserId user) {
        return user != message.user && room.chat.roster().restrictionOf(user, now) == nullptr;
    };
    const auto answered = message.replyTo && concerns(message.replyTo->person.user)
                              ? std::optional(message.replyTo->person.user)
                              : std::nullopt;
    std::vector<std::string> names;
    for (const auto& person : message.mentions) {
        if (concerns(person.user) && person.user != answered) {
            names.push_back(person.name);
        }
    }
    if (!answered && names.empty()) {
        return {};
    }
    SpokenLine line{room.channel, message.id, {message.user, message.userName}, message.text, message.at};
    return [this, line = std::move(line), names = std::move(names), answered] {
        if (answered) {
            events_.replied(line, *answered);
        }
        if (!names.empty()) {
            events_.mentioned(line, names);
        }
    };
}

Result<> ChatDesk::confirm(const RoomRequest& request, const chat::Outcome& outcome) {
    auto done = [where = std::weak_ptr(request.room), this, weak = std::weak_ptr(request.member),
                 nonce = request.nonce.value_or(""), message = outcome.message,
                 tellOfIt = outcome.isNew ? newsOf(*request.room, outcome.message)
                                          : std::function<void()>()](const Result<>& written) {
        if (written && tellOfIt) {
            tellOfIt();
        }
        if (const auto room = written ? nullptr : where.lock()) {
            room->chat.forget(message.user, nonce, message.id, clock_.utcNow());
            room->tell(wire::Deleted{room->channel.name, message.id, {message.user, message.userName}});
        }
        if (const auto receiver = weak.lock()) {
            const auto answer = written ? wire::ServerMessage(wire::Said{nonce, message.id})
                                        : wire::ServerMessage(errorMessage(written.error(), nonce));
            receiver->deliver(frame(answer), Priority::Normal);
        }
    };
    if (!outcome.isNew) {
        writer_.confirm(outcome.message.id, std::move(done));
        return {};
    }
    return writer_.add(MessageSaid{outcome.message, request.nonce.value_or("")}, std::move(done));
}

net::Task<Result<>> ChatDesk::edit(RoomRequest request, wire::Edit edit) {
    auto* room = request.room.get();
    if (auto admitted = admit(request); !admitted) {
        co_return admitted;
    }
    auto message = co_await find(room, edit.id);
    if (!message) {
        co_return fail(std::move(message.error()));
    }
    chat::Utterance utterance{request.person, std::move(edit.text), ""};
    auto names = chat::mentionedNames(utterance.text);
    utterance.mentions = co_await people_.find(std::move(names));
    utterance.followsSince = co_await followsSince(room, request.person.user);
    if (auto free = ready(*room); !free) {
        co_return free;
    }
    const auto now = clock_.steadyNow();
    const auto edited = room->chat.edit(std::move(utterance), std::move(*message), clock_.utcNow(), now);
    if (!edited) {
        co_return fail(edited.error());
    }
    room->messages.take(now);
    room->tell(wire::Edited{toWire(*edited, room->channel.name)});
    co_return writer_.add(MessageEdited{*edited}, request.whenWritten());
}

net::Task<Result<>> ChatDesk::remove(RoomRequest request, MessageId id) {
    auto* room = request.room.get();
    const auto message = co_await find(room, id);
    if (!message) {
        co_return fail(message.error());
    }
    if (auto allowed = room->chat.mayDelete(request.person.user, *message); !allowed) {
        co_return allowed;
    }
    if (auto free = writer_.ready(); !free) {
        co_return free;
    }
    const auto at = clock_.utcNow();
    room->chat.remove(id, at);
    room->tell(wire::Deleted{room->channel.name, id, toWire(request.person)});
    const MessageDeleted deleted{id, request.person.user, at};
    co_return writer_.add(deleted, request.whenWritten());
}

net::Task<Result<>> ChatDesk::pin(RoomRequest request, MessageId id) {
    auto* room = request.room.get();
    if (auto allowed = room->chat.roster().mayModerate(request.person.user, "pin messages"); !allowed) {
        co_return allowed;
    }
    auto message = co_await find(room, id);
    if (!message) {
        co_return fail(std::move(message.error()));
    }
    if (room->chat.isGone(id, message->user)) {
        co_return fail(ErrorCategory::NotFound, "chat.unknown_message",
                       "That message has just been deleted.");
    }
    if (auto free = writer_.ready(); !free) {
        co_return free;
    }
    const auto at = clock_.utcNow();
    const chat::Pin pin{std::move(*message), request.person, at};
    if (auto added = room->chat.pins().add(pin); !added) {
        co_return added;
    }
    room->tell(wire::Pinned{room->channel.name, toWire(pin, room->channel.name)});
    const MessagePinned pinned{room->channel.id, id, request.person.user, at};
    RoomRequest::Undo undo = [id](OpenRoom& where) {
        if (where.chat.pins().forget(id)) {
            where.tell(wire::Unpinned{where.channel.name, id});
        }
    };
    co_return writer_.add(pinned, request.whenWritten(std::nullopt, std::move(undo)));
}

Result<> ChatDesk::unpin(const RoomRequest& request, MessageId id) {
    auto& room = *request.room;
    if (auto allowed = room.chat.roster().mayModerate(request.person.user, "unpin messages"); !allowed) {
        return allowed;
    }
    const auto pins = room.chat.pins().all();
    const auto pinned = std::ranges::find(pins, id, [](const chat::Pin& pin) { return pin.message.id; });
    if (pinned == pins.end()) {
        return room.chat.pins().remove(id);
    }
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    static_cast<void>(room.chat.pins().forget(id));
    room.tell(wire::Unpinned{room.channel.name, id});
    RoomRequest::Undo undo = [pin = *pinned](OpenRoom& where) {
        const bool isGone = where.chat.isGone(pin.message.id, pin.message.user);
        if (!isGone && where.chat.pins().add(pin)) {
            where.tell(wire::Pinned{where.channel.name, toWire(pin, where.channel.name)});
        }
    };
    return writer_.add(MessageUnpinned{id}, request.whenWritten(std::nullopt, std::move(undo)));
}

net::Task<Result<>> ChatDesk::ask(RoomRequest request, wire::Ask ask) {
    auto& room = *request.room;
    if (auto admitted = admit(request); !admitted) {
        co_return admitted;
    }
    chat::Utterance utterance{request.person, ask.text, ""};
    utterance.followsSince = co_await followsSince(&room, request.person.user);
    if (auto free = ready(room); !free) {
        co_return free;
    }
    const auto utc = clock_.utcNow();
    const auto now = clock_.steadyNow();
    auto& questions = room.audience.questions;
    if (const auto good = questions.check(request.person.user, ask.text); !good) {
        co_return fail(good.error());
    }
    if (auto allowed = room.chat.mayAsk(utterance, utc, now); !allowed) {
        co_return allowed;
    }
    const auto asked = questions.ask(request.person, ask.text, utc);
    if (!asked) {
        co_return fail(asked.error());
    }
    room.messages.take(now);
    room.tell(wire::QuestionAsked{room.channel.name, toWire(*asked)});
    RoomRequest::Undo undo = [id = asked->id](OpenRoom& where) {
        if (where.audience.questions.remove(id)) {
            where.tell(wire::QuestionClosed{where.channel.name, id});
        }
    };
    co_return writer_.add(QuestionPut{room.channel.id, *asked},
                          request.whenWritten(std::nullopt, std::move(undo)));
}

}  // namespace footlight::relay::hub
