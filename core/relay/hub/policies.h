#pragma once

#include "core/accounts/secret_box.h"
#include "core/base/id.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/channel_policy.h"

namespace footlight::relay::hub {

/// What the origin is told of a channel's settings and targets. Owned by the Hub.
class Policies {
public:
    Policies(Stores stores, const accounts::SecretBox& box, Logger logger)
        : stores_(stores), box_(box), logger_(std::move(logger)) {}

    /// Blocks: on the database's worker. NotFound. A target whose key cannot be read any more is left out.
    [[nodiscard]] Result<wire::ChannelPolicy> read(ChannelId channel) const;

private:
    Stores stores_;
    const accounts::SecretBox& box_;
    Logger logger_;
};

}  // namespace footlight::relay::hub
