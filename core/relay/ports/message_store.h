#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight::relay {

/// Chat on disk. Every call blocks: made on the hub's database worker.
class MessageStore {
public:
    virtual ~MessageStore() = default;
    /// All or none; on disk when it returns.
    virtual Result<> append(const std::vector<chat::Message>& messages) = 0;
    /// The newest `limit` older than `before` (the newest of all without it), oldest first.
    virtual Result<std::vector<chat::Message>> latest(ChannelId channel, std::optional<MessageId> before,
                                                      std::size_t limit) = 0;
};

}  // namespace footlight::relay
