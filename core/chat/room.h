#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/chat/audience.h"
#include "core/chat/change_log.h"
#include "core/chat/gone.h"
#include "core/chat/history.h"
#include "core/chat/message.h"
#include "core/chat/modes.h"
#include "core/chat/pins.h"
#include "core/chat/roster.h"
#include "core/chat/speaker.h"

namespace footlight::chat {

/// What somebody posted, and under which nonce.
struct Posted {
    UserId user;
    std::string nonce;
    MessageId id;
    UtcTime at;
};

/// What a room is on disk.
struct RoomState {
    std::vector<Message> history;  ///< oldest first
    std::vector<Appointment> roles{};
    std::vector<Restriction> restrictions{};
    Modes modes{};
    std::vector<Pin> pins{};
    std::vector<Emote> emotes{};
    AudienceState audience{};      ///< not the room's own
    MessageId last{};              ///< nothing that was said or cleared before has a later one
    std::vector<Posted> posted{};  ///< lately
};

/// What somebody wants to say.
struct Utterance {
    Person person;
    std::string text;
    std::string nonce;
    std::optional<Quote> replyTo{};
    std::vector<Person> mentions{};
    std::optional<UtcTime> followsSince{};  ///< asked for where the room is for followers
};

/// What became of it: a new message, or the one that the same nonce has made before.
struct Outcome {
    Message message;
    bool isNew = true;
};

/// The rules of one channel's chat and its last messages. Knows no sockets; the hub owns it and uses it on
/// its loop.
class Room {
public:
    /// Users whose rate is remembered; when full, a newcomer waits until one has been silent for 2 minutes.
    static constexpr std::size_t kSpeakers = 20'000;

    static constexpr std::chrono::hours kHidden{1};

    /// `now` is when the state was read.
    Room(ChannelId channel, std::optional<UserId> owner, RoomState state, UtcTime now);

    /// What was posted before the room was opened is not posted again. `utc` and `now` are the same moment.
    void remember(const std::vector<Posted>& posted, UtcTime utc, SteadyTime now);
    /// Invalid (the text) or Denied (restricted, a mode, too fast, repeated).
    Result<Outcome> say(Utterance utterance, UtcTime utc, SteadyTime now);
    /// `message` with the text and the mentions of `utterance`: by who said it, under the rules of saying.
    /// NotFound (`chat.unknown_message`) where it was deleted meanwhile.
    Result<Message> edit(Utterance utterance, Message message, UtcTime utc, SteadyTime now);
    /// Whether this may be put as a question, which counts as a line of its own. The errors of `say`.
    Result<> mayAsk(const Utterance& question, UtcTime utc, SteadyTime now);
    /// Own ones, and those of people below oneself by moderators. Denied.
    [[nodiscard]] Result<> mayDelete(UserId by, const Message& message) const;
    /// Of one message, of all of one user, or (without either) of everything. What is said after removeOf has
    /// a later id than lastId().
    void remove(MessageId message, UtcTime utc);
    void removeOf(std::optional<UserId> user, UtcTime utc);
    /// The account is deleted: nothing that the person has said is left, and they say nothing more. What
    /// hangs on them goes by `person.name`. Whether they have said anything here that is known of.
    bool erase(const Person& person, UtcTime utc);
    /// Whether it was deleted lately, also where the disk still has it.
    [[nodiscard]] bool isGone(MessageId message, UserId saidBy) const { return gone_.has(message, saidBy); }
    /// The message could not be stored: it is deleted, and the same nonce may say it again.
    void forget(UserId user, std::string_view nonce, MessageId message, UtcTime utc);
    /// What somebody missed who saw everything up to `after`, where it is known without the disk.
    [[nodiscard]] std::optional<Missed> missed(MessageId after) const;
    /// Adds to what the disk says what may not be on it yet. False where the client begins anew.
    bool complete(MessageId after, Missed& missed) const;
    /// By moderators. Denied.
    Result<> setModes(UserId by, const Modes& modes);
    void setEmotes(std::vector<Emote> emotes) { emotes_ = std::move(emotes); }

    /// What somebody has said from here on is hidden with a ban or a time-out: the last hour's, and all that
    /// who comes in would still see.
    [[nodiscard]] MessageId hiddenFrom(UtcTime utc) const;
    /// No message that was ever said here has a later one, deleted or not.
    [[nodiscard]] MessageId lastId() const { return lastId_; }
    [[nodiscard]] const History& history() const { return history_; }
    [[nodiscard]] const Modes& modes() const { return modes_; }
    [[nodiscard]] const std::vector<Emote>& emotes() const { return emotes_; }
    Roster& roster() { return roster_; }
    [[nodiscard]] const Roster& roster() const { return roster_; }
    Pins& pins() { return pins_; }
    [[nodiscard]] const Pins& pins() const { return pins_; }

private:
    Result<Speaker*> speaker(UserId user, SteadyTime now);
    /// The text as it will stand there.
    Result<std::string> admit(const Utterance& utterance, Speaker& speaker, UtcTime utc, SteadyTime now);
    MessageId nextId(UtcTime utc);

    ChannelId channel_;
    Roster roster_;
    History history_;
    ChangeLog changes_;
    Gone gone_;
    Modes modes_;
    Pins pins_;
    std::vector<Emote> emotes_;
    UtcTime lastIdTime_{};
    MessageId lastId_{};
    std::map<UserId, Speaker> speakers_;
};

}  // namespace footlight::chat
