#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/piece.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/relay/hub/community_options.h"
#include "core/relay/hub/reading.h"
#include "core/wire/security.h"

namespace footlight::relay::hub {

/// Tells people what the relay has of them: read and written down page by page where nobody's chat waits,
/// into a file without a name, which goes when it is sent. One at a time, one an hour of a person. Lives on
/// the hub's loop.
class DataExport {
public:
    DataExport(Reading reading, const CommunityOptions& options, const Clock& clock);

    /// The JSON of a wire::AccountExport. Denied (account.exported_lately); Unavailable (relay.busy) while
    /// another's is made.
    [[nodiscard]] net::Task<Result<Piece>> make(accounts::Account account);

private:
    [[nodiscard]] net::Task<Result<Piece>> write(accounts::Account account);
    /// All but the messages.
    Result<wire::AccountExport> gather(const accounts::Account& account);
    Result<> gatherChannel(const accounts::Account& account, wire::AccountExport& all);
    Result<> gatherBroadcasts(ChannelId channel, wire::AccountExport& all);
    Result<> gatherAudience(const accounts::Account& account, wire::AccountExport& all);
    Result<> gatherNews(const accounts::Account& account, wire::AccountExport& all);

    Reading reading_;
    std::filesystem::path folder_;
    std::chrono::milliseconds every_;
    const Clock& clock_;
    bool isBusy_ = false;
    std::map<UserId, SteadyTime> made_;
};

}  // namespace footlight::relay::hub
