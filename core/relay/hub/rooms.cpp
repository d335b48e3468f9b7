#include "core/relay/hub/rooms.h"

#include <algorithm>
#include <map>

#include "core/relay/hub/chat_wire.h"
#include "core/relay/hub/frame.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

/// The pause between two counts of viewers, for each member that they are sent to: 4,000 messages a second.
constexpr std::chrono::microseconds kPresencePause{250};
/// Far longer than a line is on its way to the disk.
constexpr std::chrono::minutes kOnTheWay{10};

bool mayAnnounce(const OpenRoom& room, SteadyTime now) {
    return now - room.announcedAt >= kPresencePause * room.members.size();
}

/// The channel that a message is about; null where it is about none.
const std::string* channelOf(const wire::ClientMessage& message) {
    return std::visit(
        [](const auto& one) -> const std::string* {
            if constexpr (requires { one.channel; }) {
                return &one.channel;
            } else {
                return nullptr;
            }
        },
        message);
}

std::optional<std::string> nonceOf(const wire::ClientMessage& message) {
    return std::visit(
        [](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.nonce; }) {
                return one.nonce;
            } else {
                return std::nullopt;
            }
        },
        message);
}

chat::Attendance attendanceOf(const OpenRoom& room, const Member& member, bool isWatching) {
    const auto& account = member.account();
    chat::Attendance attendance;
    attendance.key = member.presenceKey();
    if (attendance.key.empty()) {
        attendance.key = "connection " + std::to_string(OpenRoom::keyOf(member));
    }
    if (account) {
        attendance.person = chat::Person{account->id, account->name};
    }
    attendance.isListed = member.isPerson();
    // The channel's owner is no viewer of their own.
    attendance.isCounted = !(account && mayManage(*account, room.channel));
    attendance.activity = isWatching ? chat::Activity::Watching : chat::Activity::Here;
    return attendance;
}

wire::Attendee attendeeOf(const OpenRoom& room, const chat::Presence& presence) {
    return toWire(presence, room.chat.roster().roleOf(presence.person.user));
}

bool isOfNames(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
           (character >= '0' && character <= '9') || character == '_' || character == '-';
}

/// Who came and went is told in rooms up to this size; in larger ones the number alone.
constexpr std::size_t kLargestListed = 500;

}  // namespace

Rooms::Rooms(net::Executor executor, Stores stores, net::WorkPool& database, Reading reading,
             const LiveChannels& live, MessageWriter& writer, AudienceEvents& events,
             const ReadingRight& right, const Clock& clock, const ChatLimits& limits)
    : right_(right),
      clock_(clock),
      table_(executor, stores, database, clock, limits),
      resume_(std::move(executor), table_, reading),
      joined_(live, clock),
      writer_(writer),
      people_(stores, database, clock),
      chat_(stores, database, people_, writer, events, clock, limits),
      audience_(writer, clock),
      commands_(chat_, audience_, people_, writer, clock) {}

net::Task<Result<std::string>> Rooms::join(std::shared_ptr<Member> member, wire::Join join) {
    auto opened = co_await table_.open(join.channel);
    std::optional<chat::Missed> missing;
    std::optional<std::int64_t> lost;
    if (opened && join.after && mayJoin(**opened, *member, join)) {
        const auto channel = (*opened)->channel.id;
        missing = co_await resume_.missed(channel, *join.after);
        if (!missing) {
            lost = co_await resume_.count(channel, *join.after);
        }
        opened = co_await table_.open(join.channel);  // it may have been closed meanwhile
    }
    if (!opened) {
        co_return fail(opened.error());
    }
    // From here on nothing waits: what is said is either in the answer or sent.
    auto* room = *opened;
    if (auto may = mayJoin(*room, *member, join); !may) {
        co_return fail(std::move(may.error()));
    }
    takeIn(*room, *member, join);
    if (!join.after) {
        co_return joined_.text(*room, *member);
    }
    auto joined = joined_.describe(*room, *member);
    joined.resumed = missing.has_value();
    joined.missed = lost;
    if (!missing) {
        co_return withHistory(joined, room->historyJson());
    }
    addMissed(*missing, room->channel.name, joined);
    co_return wire::toJson(wire::ServerMessage(std::move(joined)));
}

std::optional<std::string> Rooms::joinAtOnce(Member& member, const wire::Join& join) {
    auto* room = join.after ? nullptr : table_.find(join.channel);
    if (room == nullptr || !mayJoin(*room, member, join)) {
        return std::nullopt;
    }
    takeIn(*room, member, join);
    return joined_.text(*room, member);
}

Result<> Rooms::mayJoin(const OpenRoom& room, const Member& member, const wire::Join& join) const {
    if (room.channel.visibility != accounts::Visibility::Protected || room.linked.contains(&member)) {
        return {};
    }
    const auto user = member.account() ? std::optional(member.account()->id) : std::nullopt;
    return right_.check(room.channel, room.chat.roster().roleOf(user), join.playback.value_or(""));
}

net::Task<Result<>> Rooms::mayRead(accounts::Channel channel, std::optional<accounts::Account> account,
                                   std::string token) {
    auto role = chat::Role::Guest;
    if (account && channel.visibility == accounts::Visibility::Protected) {
        const auto room = co_await table_.open(channel.name);
        if (!room) {
            co_return fail(room.error());
        }
        role = (*room)->chat.roster().roleOf(account->id);
    }
    co_return right_.check(channel, role, token);
}

bool Rooms::isIn(Member& member, const std::string& channel) const {
    const auto* room = table_.find(channel);
    return room != nullptr && room->members.contains(&member);
}

void Rooms::takeIn(OpenRoom& room, Member& member, const wire::Join& join) {
    // Also where it is not protected: it may become so.
    const bool isLinked =
        room.linked.contains(&member) || (join.playback && right_.isLinked(room.channel, *join.playback));
    takeOut(room, member);
    room.members.insert(&member);
    if (isLinked) {
        room.linked.insert(&member);
    }
    room.crowd.enter(OpenRoom::keyOf(member), attendanceOf(room, member, join.watching));
    noteWatching(room, member);
    room.feed.enter(member);
}

void Rooms::takeOut(OpenRoom& room, Member& member) {
    if (room.members.erase(&member) == 0) {
        return;
    }
    room.linked.erase(&member);
    room.feed.leave(member);
    room.crowd.leave(OpenRoom::keyOf(member));
    noteWatching(room, member);
    room.emptySince = clock_.steadyNow();
    const auto& account = member.account();
    const auto isSame = [&account](const Member* other) { return other->account() == account; };
    // Most have no hand up: the room is not searched for them.
    if (account && room.audience.hands.isRaised(account->id) && std::ranges::none_of(room.members, isSame)) {
        room.audience.hands.lower(account->id);
        room.joinedTexts.clear();
    }
}

void Rooms::noteWatching(const OpenRoom& room, const Member& member) {
    if (member.account()) {
        watchList_.note(member.account()->id, room.channel.id, room.crowd.isWatching(member.presenceKey()),
                        clock_.utcNow());
    }
}

std::vector<Rooms::Watched> Rooms::watchedBy(UserId user) const {
    std::vector<Watched> all;
    for (const auto& watched : watchList_.of(user)) {
        if (const auto* room = table_.find(watched.channel)) {
            all.push_back({room->channel, watched.since});
        }
    }
    return all;
}

void Rooms::leave(Member& member, const std::string& channel) {
    if (auto* room = table_.find(channel)) {
        takeOut(*room, member);
    }
}

net::Task<> Rooms::take(std::shared_ptr<Member> member, wire::ClientMessage message) {
    const auto nonce = nonceOf(message);
    const auto* channel = channelOf(message);
    auto* found = channel != nullptr ? table_.find(*channel) : nullptr;
    const auto room = found != nullptr ? found->shared_from_this() : nullptr;
    Result<> done;
    if (room == nullptr || !room->members.contains(member.get())) {
        done = fail(ErrorCategory::Denied, "socket.not_joined",
                    "Join " + (channel != nullptr ? *channel : std::string("a channel")) +
                        " before taking part in it.");
    } else if (const auto* watched = std::get_if<wire::Watch>(&message)) {
        done = watch(*room, *member, *watched);
    } else if (!member->account()) {
        done = fail(ErrorCategory::Denied, "socket.sign_in_needed", "Sign in to take part in the chat.");
    } else {
        const auto& account = *member->account();
        const bool isReaction = std::holds_alternative<wire::React>(message);
        RoomRequest request{room, member, {account.id, account.name}, nonce};
        done = co_await answer(std::move(request), std::move(message));
        if (!isReaction) {
            room->joinedTexts.clear();  // votes and hands are told to all a little later
        }
    }
    if (!done) {
        member->deliver(frame(errorMessage(done.error(), nonce)), Priority::Normal);
    }
}

Result<> Rooms::watch(OpenRoom& room, const Member& member, const wire::Watch& watched) {
    // Others read it in the list of viewers: it is a name of ours and no text of theirs.
    const auto rendition = watched.rendition.value_or("");
    if (!std::ranges::all_of(rendition, isOfNames)) {
        return fail(ErrorCategory::Invalid, "watch.rendition",
                    "`rendition` has only the characters A-Z a-z 0-9 _ and -.");
    }
    // Whoever may say nothing writes nothing into the list of viewers either.
    const auto& account = member.account();
    const bool isFree = !account || room.chat.roster().mayTakePart(account->id, clock_.utcNow());
    room.crowd.change(OpenRoom::keyOf(member), watched.state, isFree ? rendition : std::string());
    noteWatching(room, member);
    return {};
}

net::Task<Result<>> Rooms::answer(RoomRequest request, wire::ClientMessage message) {
    if (auto* said = std::get_if<wire::Say>(&message)) {
        if (chat::isCommand(said->text)) {
            const auto room = request.room;
            auto done = co_await commands_.run(std::move(request), std::move(said->text), said->replyTo);
            putOutStrangers(*room);  // somebody may have a role no more
            co_return done;
        }
        co_return co_await chat_.say(std::move(request), std::move(*said));
    }
    if (auto* edited = std::get_if<wire::Edit>(&message)) {
        co_return co_await chat_.edit(std::move(request), std::move(*edited));
    }
    if (const auto* deleted = std::get_if<wire::Delete>(&message)) {
        co_return co_await chat_.remove(std::move(request), deleted->id);
    }
    if (const auto* pinned = std::get_if<wire::PinMessage>(&message)) {
        co_return co_await chat_.pin(std::move(request), pinned->id);
    }
    if (const auto* unpinned = std::get_if<wire::UnpinMessage>(&message)) {
        co_return chat_.unpin(request, unpinned->id);
    }
    if (auto* asked = std::get_if<wire::Ask>(&message)) {
        co_return co_await chat_.ask(std::move(request), std::move(*asked));
    }
    co_return answerAudience(request, message);
}

Result<> Rooms::answerAudience(const RoomRequest& request, const wire::ClientMessage& message) {
    if (const auto* react = std::get_if<wire::React>(&message)) {
        return audience_.react(request, *react);
    }
    if (const auto* vote = std::get_if<wire::Vote>(&message)) {
        return audience_.vote(request, *vote);
    }
    if (const auto* hand = std::get_if<wire::RaiseHand>(&message)) {
        return audience_.raiseHand(request, hand->raised);
    }
    if (const auto* upvote = std::get_if<wire::Upvote>(&message)) {
        return audience_.upvote(request, upvote->question);
    }
    if (const auto* closed = std::get_if<wire::CloseQuestion>(&message)) {
        return audience_.answer(request, closed->question);
    }
    return fail(ErrorCategory::Invalid, "socket.invalid", "That is not asked of a room.");
}

wire::AttendeePage Rooms::attendees(ChannelId channel, const std::string& after, std::size_t limit) const {
    wire::AttendeePage page;
    const auto* room = table_.find(channel);
    if (room == nullptr) {
        return page;
    }
    page.viewers = room->crowd.viewers();
    page.guests = room->crowd.guests();
    // One more than asked tells whether there is another page.
    for (const auto& presence : room->crowd.page(after, limit + 1)) {
        if (page.items.size() == limit) {
            page.next = page.items.back().user.name;
            break;
        }
        page.items.push_back(attendeeOf(*room, presence));
    }
    return page;
}

void Rooms::setEmotes(ChannelId channel, std::vector<chat::Emote> emotes) {
    if (auto* room = table_.find(channel)) {
        room->chat.setEmotes(std::move(emotes));
        room->tell(wire::EmotesChanged{room->channel.name, emotesToWire(room->chat.emotes())});
    }
}

std::int64_t Rooms::viewers(ChannelId channel) const {
    const auto* room = table_.find(channel);
    return room == nullptr ? 0 : room->crowd.viewers();
}

void Rooms::erase(const accounts::Account& account, const std::string& name) {
    const chat::Person person{account.id, name};
    const auto at = clock_.utcNow();
    std::vector<std::shared_ptr<OpenRoom>> own;
    table_.sweep([&](OpenRoom& room) {
        if (room.channel.owner == account.id) {
            own.push_back(room.shared_from_this());
            return;
        }
        const bool hasSpoken = room.chat.erase(person, at);
        static_cast<void>(AudienceDesk::removeOf(room, account.id));
        if (hasSpoken) {
            room.tell(wire::Cleared{room.channel.name, toWire(person), toWire(person)});
        }
    });
    for (const auto& room : own) {
        close(*room);
    }
    people_.forget(account.name);
    // Behind what the person has said and is not on disk yet. Where the queue is full, that is left of them
    // under their new name until somebody deletes it.
    static_cast<void>(
        writer_.add(PersonErased{account.id, MessageId::make(at - kOnTheWay)}, [](const Result<>&) {}));
}

void Rooms::putOut(OpenRoom& room, const std::vector<Member*>& members, wire::LeftBecause because) {
    room.feed.flush();
    const auto text = frame(wire::Left{room.channel.name, because});
    for (auto* member : members) {
        takeOut(room, *member);
        member->deliver(text, Priority::Normal);
    }
}

void Rooms::putOutStrangers(OpenRoom& room) {
    if (room.channel.visibility != accounts::Visibility::Protected) {
        return;
    }
    std::vector<Member*> strangers;
    std::ranges::copy_if(room.members, std::back_inserter(strangers),
                         [&](const Member* member) { return !mayJoin(room, *member, {}); });
    if (!strangers.empty()) {
        putOut(room, strangers, wire::LeftBecause::Protected);
    }
}

void Rooms::close(OpenRoom& room) {
    putOut(room, {room.members.begin(), room.members.end()}, wire::LeftBecause::Closed);
    table_.close(room.channel.id);
}

void Rooms::announceLive(const LiveChannel& live) {
    auto* room = table_.find(live.channel.id);
    if (room == nullptr) {
        return;
    }
    // The playlist's URL depends on the host by which a member knows us: one frame for each such host.
    room->feed.flush();
    std::map<std::string, SharedFrame> frames;
    for (auto* member : room->members) {
        const auto playback = member->playback(live.channel);
        auto& text = frames[playback];
        if (!text) {
            text = frame(
                wire::Live{live.channel.name, live.broadcast.title, live.broadcast.startedAt, playback});
        }
        member->deliver(text, Priority::Normal);
    }
}

void Rooms::announceEnded(ChannelId channel) {
    if (auto* room = table_.find(channel)) {
        room->tell(wire::Ended{room->channel.name});
    }
}

void Rooms::announceTitle(ChannelId channel, const std::string& title) {
    if (auto* room = table_.find(channel)) {
        room->channel.title = title;
        room->tell(wire::Titled{room->channel.name, title});
    }
}

void Rooms::setVisibility(ChannelId channel, accounts::Visibility visibility) {
    if (auto* room = table_.find(channel)) {
        room->channel.visibility = visibility;
        // Friends may see now, or no longer, who watches it.
        for (const auto* member : room->members) {
            if (member->account()) {
                watchList_.touch(member->account()->id);
            }
        }
        putOutStrangers(*room);
    }
}

void Rooms::announceHealth(const LiveChannel& live, UtcTime at) {
    const auto* room = table_.find(live.channel.id);
    if (room == nullptr) {
        return;
    }
    wire::Health health{live.channel.name, at, live.publishing, live.health, live.input, live.recording};
    for (const auto& [id, target] : live.targets) {
        health.targets.push_back(target);
    }
    const auto text = frame(health);
    for (auto* member : room->members) {
        if (member->account() && mayManage(*member->account(), room->channel)) {
            member->deliver(text, Priority::Presence);
        }
    }
}

void Rooms::tick() {
    const auto now = clock_.steadyNow();
    table_.sweep([this, now](OpenRoom& room) {
        audience_.tick(room);
        if (mayAnnounce(room, now)) {
            announcePresence(room, now);
        }
    });
}

void Rooms::announcePresence(OpenRoom& room, SteadyTime now) {
    wire::Presence told{room.channel.name, room.crowd.viewers()};
    auto changes = room.crowd.takeChanges();
    const bool isListed = room.members.size() <= kLargestListed;
    const bool hasChanges = !changes.isWhole || !changes.came.empty() || !changes.left.empty();
    if (told.viewers == room.announced && !(isListed && hasChanges)) {
        return;
    }
    if (isListed) {
        for (const auto& presence : changes.came) {
            told.changed.push_back(attendeeOf(room, presence));
        }
        told.left = std::move(changes.left);
    }
    if (!isListed || !changes.isWhole) {
        told.partial = true;
    }
    room.announced = told.viewers;
    room.announcedAt = now;
    room.tell(told, Priority::Presence);
}

}  // namespace footlight::relay::hub
