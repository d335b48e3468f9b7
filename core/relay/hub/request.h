#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/chat/message.h"
#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/open_room.h"

namespace footlight::relay::hub {

/// Something that a member with an account asks of a room that it is in. The room is kept until that is
/// answered, also where its channel is deleted meanwhile and the member is in it no more.
struct RoomRequest {
    std::shared_ptr<OpenRoom> room;
    std::shared_ptr<Member> member;
    chat::Person person;
    std::optional<std::string> nonce;

    /// Tells the member that it is done, where it wants to know.
    void done(std::optional<std::string> text = std::nullopt) const;
    /// Takes back what was done in the room.
    using Undo = std::function<void(OpenRoom& room)>;
    /// For MessageWriter: tells the member, once it is on disk or is not; then it is taken back.
    [[nodiscard]] MessageWriter::Done whenWritten(std::optional<std::string> text = std::nullopt,
                                                  Undo undo = {}) const;
};

}  // namespace footlight::relay::hub
