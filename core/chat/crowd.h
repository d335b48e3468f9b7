#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/id.h"
#include "core/chat/message.h"

namespace footlight::chat {

/// What somebody does in a room.
enum class Activity : std::uint8_t {
    Here,  ///< reads the chat without the picture
    Paused,
    Watching,
};

/// One connection in a room, as its presence goes.
struct Attendance {
    std::string key;                 ///< the same for all connections of one account or guest
    std::optional<Person> person{};  ///< absent for a guest
    bool isListed = true;            ///< false for bots and edges: nothing is known of them
    Activity activity = Activity::Here;
    std::string rendition;  ///< what is watched, where it is known
    bool isCounted = true;  ///< false for the channel's own people: never a viewer
};

/// Somebody in a room, all their connections together.
struct Presence {
    Person person;
    Activity activity = Activity::Here;
    std::string rendition;

    bool operator==(const Presence&) const = default;
};

/// Who is in a room and what they do. An account or a guest counts once, however many connections it has, as
/// a viewer while one of them watches. Owned by its room.
class Crowd {
public:
    /// Changes are told one by one up to so many at a time.
    static constexpr std::size_t kToldAtOnce = 50;

    void enter(std::uint64_t connection, Attendance attendance);
    void leave(std::uint64_t connection);
    /// Nothing happens where the connection is not here.
    void change(std::uint64_t connection, Activity activity, std::string rendition);

    /// Whether one of their connections watches.
    [[nodiscard]] bool isWatching(const std::string& key) const;
    [[nodiscard]] std::int64_t viewers() const { return viewers_; }
    /// Watching or not.
    [[nodiscard]] std::int64_t guests() const { return guests_; }
    [[nodiscard]] std::size_t people() const { return byName_.size(); }
    /// Those with an account, sorted by name, from the one behind `after` on; an empty `after` begins.
    [[nodiscard]] std::vector<Presence> page(const std::string& after, std::size_t limit) const;

    struct Changes {
        std::vector<Presence> came;  ///< or do something else now
        std::vector<UserId> left;
        bool isWhole = true;  ///< false: there were more
    };
    /// What changed since the last call, of those with an account.
    Changes takeChanges();

private:
    // There are many of these: what they hold is small.
    struct Connection {
        std::uint64_t id = 0;
        Activity activity = Activity::Here;
        std::string rendition;
    };
    struct Attendee {
        std::optional<Person> person;
        std::vector<Connection> connections;
        bool isCounted = true;
        bool isViewer = false;
    };
    using Attendees = std::unordered_map<std::string, Attendee>;  ///< by their keys
    using Entry = Attendees::value_type;                          ///< stays where it is

    [[nodiscard]] static Presence presenceOf(const Attendee& attendee);
    void update(Entry& entry);

    Attendees attendees_;
    std::unordered_map<std::uint64_t, Entry*> byConnection_;
    std::map<std::string, const Entry*> byName_;  ///< those who are people
    std::map<UserId, std::string> changed_;       ///< and their keys
    bool changedTooMuch_ = false;
    std::int64_t viewers_ = 0;
    std::int64_t guests_ = 0;
};

}  // namespace footlight::chat
