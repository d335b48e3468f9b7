#include "core/chat/room.h"

#include <algorithm>
#include <utility>

#include "core/chat/message_time.h"
#include "core/chat/text.h"
#include "core/chat/words.h"

namespace footlight::chat {

Room::Room(ChannelId channel, std::optional<UserId> owner, RoomState state, UtcTime now)
    : channel_(channel),
      roster_(owner, state.roles, std::move(state.restrictions)),
      history_(std::move(state.history)),
      modes_(state.modes),
      pins_(std::move(state.pins)),
      emotes_(std::move(state.emotes)) {
    changes_.beginAt(now);
    lastId_ = history_.messages().empty() ? state.last : std::max(state.last, history_.messages().back().id);
    lastIdTime_ = lastId_.time();
}

/// Later than every id before it, also within one millisecond and when the clock was set back: messages are
/// stored and read in the order of their ids.
MessageId Room::nextId(UtcTime utc) {
    lastIdTime_ = std::max(lastIdTime_, utc);
    auto id = MessageId::make(lastIdTime_);
    if (id <= lastId_) {
        lastIdTime_ += std::chrono::milliseconds{1};
        id = MessageId::make(lastIdTime_);
    }
    lastId_ = id;
    return id;
}

Result<Speaker*> Room::speaker(UserId user, SteadyTime now) {
    const auto known = speakers_.find(user);
    if (known != speakers_.end()) {
        return &known->second;
    }
    if (speakers_.size() >= kSpeakers) {
        std::erase_if(speakers_,
                      [this, now](const auto& entry) { return entry.second.isIdle(modes_.slow, now); });
    }
    if (speakers_.size() >= kSpeakers) {
        return fail(ErrorCategory::Denied, "chat.too_fast",
                    "Too many people speak at once; try again in a minute.");
    }
    return &speakers_[user];
}

Result<std::string> Room::admit(const Utterance& utterance, Speaker& speaking, UtcTime utc, SteadyTime now) {
    const bool isBound = roster_.roleOf(utterance.person.user) < Role::Vip;
    if (isBound) {
        if (auto follows = checkFollowing(modes_, utterance.followsSince, utc); !follows) {
            return fail(std::move(follows.error()));
        }
    }
    auto clean = cleanText(utterance.text);
    if (!clean) {
        return clean;
    }
    if (isBound && modes_.isEmotesOnly && !isEmotesOnly(*clean, emotes_)) {
        return fail(ErrorCategory::Denied, "chat.emote_only",
                    "Only emoji and the channel's emotes may be sent here just now.");
    }
    const auto pause = isBound ? modes_.slow : std::chrono::seconds{0};
    if (const auto admitted = speaking.admit(*clean, pause, now); !admitted) {
        return fail(admitted.error());
    }
    return clean;
}

void Room::remember(const std::vector<Posted>& posted, UtcTime utc, SteadyTime now) {
    for (const auto& one : posted) {
        if (const auto speaking = speaker(one.user, now)) {
            const auto age = std::max<UtcTime::duration>(utc - one.at, UtcTime::duration::zero());
            (*speaking)->posted(one.nonce, one.id, now - age);
        }
    }
}

Result<Outcome> Room::say(Utterance utterance, UtcTime utc, SteadyTime now) {
    const auto& person = utterance.person;
    if (const auto free = roster_.mayTakePart(person.user, utc); !free) {
        return fail(free.error());
    }
    const auto speaking = speaker(person.user, now);
    if (!speaking) {
        return fail(speaking.error());
    }
    Message message{{}, channel_, person.user, person.name, {}, utc, roster_.roleOf(person.user)};
    if (const auto before = (*speaking)->find(utterance.nonce, now)) {
        message.id = *before;
        return Outcome{std::move(message), false};
    }
    if (utterance.replyTo && isGone(utterance.replyTo->id, utterance.replyTo->person.user)) {
        return fail(ErrorCategory::NotFound, "chat.unknown_reply",
                    "The message that this answers has just been deleted.");
    }
    auto text = admit(utterance, **speaking, utc, now);
    if (!text) {
        return fail(std::move(text.error()));
    }
    message.text = std::move(*text);
    message.replyTo = std::move(utterance.replyTo);
    message.mentions = std::move(utterance.mentions);
    message.emotes = emotesIn(message.text, emotes_);
    message.id = nextId(utc);
    (*speaking)->posted(std::move(utterance.nonce), message.id, now);
    history_.add(message);
    return Outcome{std::move(message), true};
}

Result<Message> Room::edit(Utterance utterance, Message message, UtcTime utc, SteadyTime now) {
    const auto& person = utterance.person;
    if (message.user != person.user) {
        return fail(ErrorCategory::Denied, "chat.not_allowed", "A message is edited by who said it alone.");
    }
    if (const auto free = roster_.mayTakePart(person.user, utc); !free) {
        return fail(free.error());
    }
    if (isGone(message.id, message.user)) {
        return fail(ErrorCategory::NotFound, "chat.unknown_message", "That message has just been deleted.");
    }
    const auto speaking = speaker(person.user, now);
    if (!speaking) {
        return fail(speaking.error());
    }
    auto clean = admit(utterance, **speaking, utc, now);
    if (!clean) {
        return fail(std::move(clean.error()));
    }
    message.text = std::move(*clean);
    message.mentions = std::move(utterance.mentions);
    message.emotes = emotesIn(message.text, emotes_);
    message.editedAt = utc;
    history_.replace(message);
    pins_.replace(message);
    changes_.edited(message);
    return message;
}

Result<> Room::mayAsk(const Utterance& question, UtcTime utc, SteadyTime now) {
    if (auto free = roster_.mayTakePart(question.person.user, utc); !free) {
        return free;
    }
    const auto speaking = speaker(question.person.user, now);
    if (!speaking) {
        return fail(speaking.error());
    }
    const auto admitted = admit(question, **speaking, utc, now);
    return admitted ? Result<>{} : fail(admitted.error());
}

Result<> Room::mayDelete(UserId by, const Message& message) const {
    if (by == message.user) {
        return {};
    }
    return roster_.mayModerate(by, "delete others' messages", {message.user, message.userName});
}

void Room::remove(MessageId message, UtcTime utc) {
    history_.remove(message);
    pins_.forget(message);
    changes_.deleted(message, utc);
    gone_.add(message);
}

void Room::removeOf(std::optional<UserId> user, UtcTime utc) {
    history_.removeOf(user);
    pins_.forgetOf(user);
    changes_.cleared(utc);
    // Also where nothing is known of what was said before: the history may have been empty all along.
    lastIdTime_ = std::max(lastIdTime_, utc);
    lastId_ = std::max(lastId_, firstIdAt(utc));
    gone_.addOf(user, lastId_);
}

MessageId Room::hiddenFrom(UtcTime utc) const {
    const auto first = firstIdAt(utc - kHidden);
    const auto& messages = history_.messages();
    return messages.empty() ? first : std::min(first, messages.front().id);
}

bool Room::erase(const Person& person, UtcTime utc) {
    const bool hasSpoken = speakers_.erase(person.user) != 0 || history_.newestOf(person.user) != nullptr;
    removeOf(person.user, utc);
    history_.erase(person.user, person.name);
    pins_.erase(person.user, person.name);
    roster_.erase(person);
    return hasSpoken;
}

std::optional<Missed> Room::missed(MessageId after) const {
    auto said = history_.after(after);
    if (!said || !changes_.reachesBackTo(after.time())) {
        return std::nullopt;
    }
    Missed missed{std::move(*said), {}, {}};
    return changes_.addSince(after, missed) ? std::optional(std::move(missed)) : std::nullopt;
}

bool Room::complete(MessageId after, Missed& missed) const {
    if (!changes_.addSince(after, missed)) {
        return false;
    }
    const auto last = missed.said.empty() ? after : missed.said.back().id;
    std::erase_if(missed.said, [&missed](const Message& message) {
        return std::ranges::find(missed.deleted, message.id) != missed.deleted.end();
    });
    for (const auto& message : history_.messages()) {
        if (message.id > last) {
            missed.said.push_back(message);
        }
    }
    return true;
}

void Room::forget(UserId user, std::string_view nonce, MessageId message, UtcTime utc) {
    remove(message, utc);
    const auto known = speakers_.find(user);
    if (known != speakers_.end()) {
        known->second.forget(nonce);
    }
}

Result<> Room::setModes(UserId by, const Modes& modes) {
    if (auto allowed = roster_.mayModerate(by, "change who may speak"); !allowed) {
        return allowed;
    }
    modes_ = modes;
    return {};
}

}  // namespace footlight::chat
