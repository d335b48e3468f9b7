#include "core/relay/hub/reading_right.h"

#include "core/accounts/name.h"

namespace footlight::relay::hub {

Result<> ReadingRight::check(const accounts::Channel& channel, chat::Role role,
                             std::string_view token) const {
    if (channel.visibility != accounts::Visibility::Protected || role >= chat::Role::Vip ||
        isLinked(channel, token)) {
        return {};
    }
    return fail(
        ErrorCategory::Denied, "channel.protected",
        channel.name + " is for those who have a link to it: ask its owner for a new one, and open that.");
}

bool ReadingRight::isLinked(const accounts::Channel& channel, std::string_view token) const {
    if (token.empty()) {
        return false;
    }
    const auto claim = tokens_.read(token, clock_.utcNow());
    return claim && claim->purpose == accounts::MediaPurpose::Play &&
           claim->subject == accounts::foldName(channel.name);
}

}  // namespace footlight::relay::hub
