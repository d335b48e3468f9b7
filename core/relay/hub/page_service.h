#pragma once

#include <string>

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/reading.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/page.h"

namespace footlight::relay::hub {

/// What channels tell of themselves, and who is found by it. Lives on the hub's loop.
class PageService {
public:
    PageService(Stores stores, net::WorkPool& database, Reading reading);

    /// NotFound where there is no such channel.
    [[nodiscard]] net::Task<Result<wire::ChannelAbout>> find(std::string channel);
    /// Invalid: page.description (at most 2,000 characters), page.link (http or https), page.category,
    /// page.tag (1 to 25 of a-z 0-9 -).
    [[nodiscard]] net::Task<Result<wire::ChannelAbout>> change(accounts::Channel channel,
                                                               wire::ChannelAbout about);
    /// All that are on air, and at most 500 others.
    [[nodiscard]] net::Task<Result<std::vector<DirectoryEntry>>> search(DirectoryQuestion question);

private:
    Stores stores_;
    net::WorkPool& database_;
    Reading reading_;
};

}  // namespace footlight::relay::hub
