#include "core/chat/modes.h"

namespace footlight::chat {

std::string spoken(std::chrono::seconds time) {
    struct Unit {
        std::int64_t seconds;
        const char* name;
    };
    for (const auto unit : {Unit{86'400, " d"}, Unit{3'600, " h"}, Unit{60, " min"}}) {
        if (time.count() >= unit.seconds && time.count() % unit.seconds == 0) {
            return std::to_string(time.count() / unit.seconds) + unit.name;
        }
    }
    return std::to_string(time.count()) + " s";
}

Result<> checkFollowing(const Modes& modes, std::optional<UtcTime> since, UtcTime now) {
    if (!modes.followersFor || (since && now - *since >= *modes.followersFor)) {
        return {};
    }
    const auto least = *modes.followersFor;
    return fail(
        ErrorCategory::Denied, "chat.followers_only",
        least.count() == 0
            ? "Only followers may speak here just now. Follow the channel to take part."
            : "Only those who have followed the channel for " + spoken(least) + " may speak here just now.");
}

}  // namespace footlight::chat
