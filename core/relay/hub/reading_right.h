#pragma once

#include <string_view>

#include "core/accounts/account.h"
#include "core/accounts/media_token.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/role.h"

namespace footlight::relay::hub {

/// The one place that decides who may read what is said in a channel and see who is there: everybody, but of
/// a protected channel its owner, those appointed to a role in it, and who shows a token that plays it. Any
/// thread.
class ReadingRight {
public:
    ReadingRight(const Secret& mediaKey, const Clock& clock) : tokens_(mediaKey), clock_(clock) {}

    /// `role` is the asker's in the channel, `token` what stands in the address at which they play it; empty
    /// for none. Denied (channel.protected).
    [[nodiscard]] Result<> check(const accounts::Channel& channel, chat::Role role,
                                 std::string_view token) const;
    /// Whether the token plays the channel, as the origin decides it.
    [[nodiscard]] bool isLinked(const accounts::Channel& channel, std::string_view token) const;

private:
    accounts::MediaTokens tokens_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
