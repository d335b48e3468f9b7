#pragma once

#include <cstdint>
#include <optional>
#include <tuple>

#include "core/base/result.h"
#include "core/chat/change_log.h"
#include "core/net/async/shared_questions.h"
#include "core/relay/hub/reading.h"
#include "core/relay/hub/room_table.h"
#include "core/relay/ports/message_store.h"

namespace footlight::relay::hub {

/// What members missed who come back. When a crowd comes back at once, the disk is asked once for all who ask
/// the same, and not where chat is written. On the hub's loop.
class Resume {
public:
    Resume(net::Executor executor, const RoomTable& rooms, Reading reading)
        : rooms_(rooms), reading_(reading), missed_(executor), counts_(executor) {}

    /// What somebody missed who saw everything up to `after`; nothing where it is too much, or the disk does
    /// not answer: then the newest messages are all that they get.
    [[nodiscard]] net::Task<std::optional<chat::Missed>> missed(ChannelId channel, MessageId after);
    /// How many were said behind `after` and are in the room's history no more.
    [[nodiscard]] net::Task<std::optional<std::int64_t>> count(ChannelId channel, MessageId after);

private:
    [[nodiscard]] net::Task<Result<MissedMessages>> read(ChannelId channel, MessageId after);
    [[nodiscard]] net::Task<Result<std::int64_t>> countBetween(ChannelId channel, MessageId after,
                                                               MessageId before);

    const RoomTable& rooms_;
    Reading reading_;
    net::SharedQuestions<std::tuple<ChannelId, MessageId>, Result<MissedMessages>> missed_;
    net::SharedQuestions<std::tuple<ChannelId, MessageId, MessageId>, Result<std::int64_t>> counts_;
};

}  // namespace footlight::relay::hub
