#include "core/relay/hub/command_desk.h"

#include "core/relay/hub/chat_wire.h"

namespace footlight::relay::hub {
namespace {

using chat::Role;

/// The name that a command gives; null where it gives none.
const std::string* nameIn(const chat::Command& command) {
    return std::visit(
        [](const auto& one) -> const std::string* {
            if constexpr (requires { one.name; }) {
                return one.name.empty() ? nullptr : &one.name;
            } else {
                return nullptr;
            }
        },
        command);
}

bool isAboutMessage(const chat::Command& command) {
    return std::holds_alternative<chat::DeleteCommand>(command) ||
           std::holds_alternative<chat::PinCommand>(command);
}

std::string describe(const chat::Modes& modes) {
    std::string text = modes.slow.count() == 0 ? "Everybody speaks at their own pace"
                                               : "A member speaks once in " + chat::spoken(modes.slow);
    if (modes.followersFor) {
        text += modes.followersFor->count() == 0
                    ? "; followers only"
                    : "; only those who have followed for " + chat::spoken(*modes.followersFor);
    }
    return text + (modes.isEmotesOnly ? "; emotes only." : ".");
}

std::string listed(const std::vector<std::string>& names, Role role) {
    const std::string what(chat::nameOf(role));
    if (names.empty()) {
        return "There is no " + what + " here.";
    }
    std::string text = names.size() == 1 ? "The " + what + " here: " : "The " + what + "s here: ";
    for (const auto& name : names) {
        text += (&name == &names.front() ? "" : ", ") + name;
    }
    return text + ".";
}

/// A commit for each piece: what others say is written between them.
void clearPieces(MessageWriter& writer, const MessagesCleared& cleared, std::int64_t pieces,
                 const MessageWriter::Done& done) {
    const auto next = [&writer, cleared, pieces, done](const Result<>& written) {
        if (!written || pieces <= 1) {
            done(written);
            return;
        }
        clearPieces(writer, cleared, pieces - 1, done);
    };
    if (const auto added = writer.add(cleared, next); !added) {
        done(added);
    }
}

}  // namespace

net::Task<Result<CommandDesk::Aimed>> CommandDesk::aim(OpenRoom* room, chat::Command command,
                                                       std::optional<MessageId> replyTo) {
    Aimed aimed{std::move(command), std::nullopt, replyTo};
    if (const auto* name = nameIn(aimed.command)) {
        auto person = co_await people_.findOne(*name);
        if (!person) {
            co_return fail(std::move(person.error()));
        }
        aimed.person = std::move(*person);
    }
    if (!isAboutMessage(aimed.command)) {
        co_return aimed;
    }
    if (aimed.person) {
        const auto* newest = room->chat.history().newestOf(aimed.person->user);
        if (newest == nullptr) {
            co_return fail(ErrorCategory::NotFound, "chat.unknown_message",
                           aimed.person->name + " has said nothing lately.");
        }
        aimed.message = newest->id;
    }
    if (!aimed.message) {
        co_return fail(ErrorCategory::Invalid, "chat.command",
                       "Name somebody, or give this command as a reply to the message that is meant.");
    }
    co_return aimed;
}

net::Task<Result<>> CommandDesk::run(RoomRequest request, std::string text,
                                     std::optional<MessageId> replyTo) {
    auto command = chat::parseCommand(text);
    if (!command) {
        co_return fail(std::move(command.error()));
    }
    const auto& chat = request.room->chat;
    if (chat::leastFor(*command) < Role::Moderator) {
        co_return co_await forAll(std::move(request), std::move(*command), replyTo);
    }
    // Before people are looked up: who may not do it does not learn who exists.
    if (auto allowed = chat.roster().mayModerate(request.person.user, "do that"); !allowed) {
        co_return allowed;
    }
    if (auto* announced = std::get_if<chat::AnnounceCommand>(&*command)) {
        co_return co_await announce(std::move(request), std::move(announced->text), replyTo);
    }
    auto aimed = co_await aim(request.room.get(), std::move(*command), replyTo);
    if (!aimed) {
        co_return fail(std::move(aimed.error()));
    }
    if (isAboutMessage(aimed->command)) {
        co_return co_await aboutMessage(std::move(request), std::move(*aimed));
    }
    auto modes = chat.modes();
    if (const auto* ban = std::get_if<chat::BanCommand>(&aimed->command)) {
        co_return restrict(request, {*aimed->person, std::nullopt, ban->reason});
    }
    if (const auto* timeout = std::get_if<chat::TimeoutCommand>(&aimed->command)) {
        co_return restrict(request, {*aimed->person, clock_.utcNow() + timeout->time, timeout->reason});
    }
    if (std::holds_alternative<chat::UnbanCommand>(aimed->command)) {
        co_return lift(request, *aimed->person);
    }
    if (std::holds_alternative<chat::ClearCommand>(aimed->command)) {
        if (aimed->person) {
            co_return co_await clearOf(std::move(request), std::move(*aimed->person));
        }
        co_return clear(request);
    }
    if (const auto* appointed = std::get_if<chat::AppointCommand>(&aimed->command)) {
        co_return appoint(request, *aimed->person, *appointed);
    }
    if (auto* poll = std::get_if<chat::PollCommand>(&aimed->command)) {
        co_return audience_.startPoll(request, std::move(poll->poll));
    }
    if (std::holds_alternative<chat::EndPollCommand>(aimed->command)) {
        co_return audience_.endPoll(request);
    }
    if (std::holds_alternative<chat::LowerHandCommand>(aimed->command)) {
        co_return audience_.lowerHand(request, *aimed->person);
    }
    if (std::holds_alternative<chat::UnpinCommand>(aimed->command)) {
        const auto& pins = chat.pins().all();
        co_return chat_.unpin(request, pins.empty() ? MessageId{} : pins.back().message.id);
    }
    if (const auto* slow = std::get_if<chat::SlowCommand>(&aimed->command)) {
        modes.slow = slow->pause;
    } else if (const auto* followers = std::get_if<chat::FollowersCommand>(&aimed->command)) {
        modes.followersFor = followers->least;
    } else if (const auto* emotes = std::get_if<chat::EmoteOnlyCommand>(&aimed->command)) {
        modes.isEmotesOnly = emotes->isOn;
    }
    co_return setModes(request, modes, describe(modes));
}

net::Task<Result<>> CommandDesk::forAll(RoomRequest request, chat::Command command,
                                        std::optional<MessageId> replyTo) {
    const auto& roster = request.room->chat.roster();
    if (const auto* me = std::get_if<chat::MeCommand>(&command)) {
        wire::Say said{request.room->channel.name, "*" + me->text + "*", request.nonce.value_or(""), replyTo};
        co_return co_await chat_.say(std::move(request), std::move(said));
    }
    if (const auto* raised = std::get_if<chat::RaiseHandCommand>(&command)) {
        co_return audience_.raiseHand(request, raised->isRaised);
    }
    if (const auto* list = std::get_if<chat::ListCommand>(&command)) {
        request.done(listed(roster.namesOf(list->role), list->role));
    } else {
        request.done(chat::commandHelp(roster.roleOf(request.person.user)));
    }
    co_return Result<>{};
}

net::Task<Result<>> CommandDesk::announce(RoomRequest request, std::string text,
                                          std::optional<MessageId> replyTo) {
    const auto& chat = request.room->chat;
    if (chat.pins().all().size() >= chat::Pins::kMost) {
        co_return fail(ErrorCategory::Conflict, "chat.too_many_pins",
                       "Five messages are pinned; take one away before you announce another.");
    }
    const auto newest = [&chat, user = request.person.user] {
        const auto* line = chat.history().newestOf(user);
        return line == nullptr ? MessageId{} : line->id;
    };
    const auto before = newest();
    wire::Say said{request.room->channel.name, std::move(text), request.nonce.value_or(""), replyTo};
    if (auto done = co_await chat_.say(request, std::move(said)); !done) {
        co_return done;
    }
    // The line is what is answered; that it is pinned is seen. One that was said before is pinned already.
    request.nonce.reset();
    if (const auto line = newest(); line > before) {
        static_cast<void>(co_await chat_.pin(std::move(request), line));
    }
    co_return Result<>{};
}

net::Task<Result<>> CommandDesk::aboutMessage(RoomRequest request, Aimed aimed) {
    const auto id = *aimed.message;
    if (std::holds_alternative<chat::DeleteCommand>(aimed.command)) {
        co_return co_await chat_.remove(std::move(request), id);
    }
    co_return co_await chat_.pin(std::move(request), id);
}

Result<> CommandDesk::restrict(const RoomRequest& request, chat::Restriction restriction) {
    auto& room = *request.room;
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    if (auto done = room.chat.roster().restrict(request.person.user, restriction); !done) {
        return done;
    }
    const auto person = restriction.person;
    const auto at = clock_.utcNow();
    room.tell(person.user, wire::Restricted{room.channel.name, toWire(restriction)});
    const auto first = room.chat.hiddenFrom(at);
    room.chat.removeOf(person.user, at);
    room.tell(wire::Cleared{room.channel.name, toWire(person), toWire(request.person)});
    std::vector<ChatChange> changes;
    changes.emplace_back(RestrictionSet{room.channel.id, restriction, request.person.user, at});
    changes.emplace_back(MessagesHidden{room.channel.id, person.user, first, room.chat.lastId(), at});
    for (const auto question : AudienceDesk::removeOf(room, person.user)) {
        changes.emplace_back(QuestionAnswered{question, at});
    }
    const auto text =
        restriction.until
            ? person.name + " is timed out for " +
                  chat::spoken(std::chrono::round<std::chrono::seconds>(*restriction.until - at)) + "."
            : person.name + " is banned.";
    return writer_.add(std::move(changes), request.whenWritten(text));
}

Result<> CommandDesk::lift(const RoomRequest& request, const chat::Person& person) {
    auto& room = *request.room;
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    const auto* known = room.chat.roster().restrictionOf(person.user, clock_.utcNow());
    const auto before = known != nullptr ? *known : chat::Restriction{};
    if (auto done = room.chat.roster().lift(request.person.user, person, clock_.utcNow()); !done) {
        return done;
    }
    room.tell(person.user, wire::Restricted{room.channel.name, std::nullopt});
    RoomRequest::Undo undo = [before](OpenRoom& where) {
        where.chat.roster().put(before);
        where.tell(before.person.user, wire::Restricted{where.channel.name, toWire(before)});
    };
    return writer_.add(RestrictionLifted{room.channel.id, person.user},
                       request.whenWritten(person.name + " may take part again.", std::move(undo)));
}

Result<> CommandDesk::clear(const RoomRequest& request) {
    auto& room = *request.room;
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    const auto at = clock_.utcNow();
    room.chat.removeOf(std::nullopt, at);
    room.tell(wire::Cleared{room.channel.name, std::nullopt, toWire(request.person)});
    const MessagesCleared cleared{room.channel.id, std::nullopt, room.chat.lastId(), request.person.user, at};
    return writer_.add(cleared, request.whenWritten("The chat is cleared; recordings keep theirs."));
}

net::Task<Result<>> CommandDesk::clearOf(RoomRequest request, chat::Person whose) {
    auto& room = *request.room;
    const auto may = [&] {
        return room.chat.roster().mayModerate(request.person.user, "delete others' messages", whose);
    };
    if (auto allowed = may(); !allowed) {
        co_return allowed;
    }
    const auto count = co_await chat_.countOf(room.channel.id, whose.user);
    if (!count) {
        co_return fail(count.error());
    }
    // Meanwhile they may have become a moderator, or this one none.
    if (auto allowed = may(); !allowed) {
        co_return allowed;
    }
    if (auto free = writer_.ready(); !free) {
        co_return free;
    }
    const auto at = clock_.utcNow();
    room.chat.removeOf(whose.user, at);
    room.tell(wire::Cleared{room.channel.name, toWire(whose), toWire(request.person)});
    const MessagesCleared cleared{room.channel.id, whose.user, room.chat.lastId(), request.person.user, at};
    // One more for what was not on disk when it was counted.
    const auto pieces = *count / MessagesCleared::kPiece + 2;
    clearPieces(writer_, cleared, pieces,
                request.whenWritten("All messages of " + whose.name + " are deleted."));
    co_return Result<>{};
}

Result<> CommandDesk::appoint(const RoomRequest& request, const chat::Person& person,
                              const chat::AppointCommand& command) {
    auto& room = *request.room;
    auto& roster = room.chat.roster();
    const auto before = roster.roleOf(person.user);
    if (command.role == Role::Member && before != command.from) {
        return fail(ErrorCategory::Conflict, "chat.no_change",
                    person.name + " is no " + std::string(chat::nameOf(command.from)) + ".");
    }
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    if (auto done = roster.appoint(request.person.user, person, command.role); !done) {
        return done;
    }
    room.tell(wire::RoleChanged{room.channel.name, toWire(person), command.role});
    const RoleGiven given{room.channel.id, person.user, command.role, request.person.user, clock_.utcNow()};
    RoomRequest::Undo undo = [person, before](OpenRoom& where) {
        where.chat.roster().put(chat::Appointment{person, before});
        where.tell(wire::RoleChanged{where.channel.name, toWire(person), before});
    };
    auto text = person.name + " is a " + std::string(chat::nameOf(command.role)) + " from now on.";
    return writer_.add(given, request.whenWritten(std::move(text), std::move(undo)));
}

Result<> CommandDesk::setModes(const RoomRequest& request, const chat::Modes& modes, std::string text) {
    auto& room = *request.room;
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    if (auto done = room.chat.setModes(request.person.user, modes); !done) {
        return done;
    }
    room.tell(wire::ModesChanged{room.channel.name, toWire(modes)});
    return writer_.add(ModesSet{room.channel.id, modes}, request.whenWritten(std::move(text)));
}

}  // namespace footlight::relay::hub
