#pragma once

#include "core/chat/command.h"
#include "core/relay/hub/audience_desk.h"
#include "core/relay/hub/chat_desk.h"

namespace footlight::relay::hub {

/// Does what lines that begin with `/` ask for, at once for everybody in the room, and tells who asked when
/// it is on disk. On the hub's loop.
class CommandDesk {
public:
    CommandDesk(ChatDesk& chat, AudienceDesk& audience, People& people, MessageWriter& writer,
                const Clock& clock)
        : chat_(chat), audience_(audience), people_(people), writer_(writer), clock_(clock) {}

    /// Invalid (`chat.command`), Denied, NotFound. `replyTo` is the message that the line answers.
    [[nodiscard]] net::Task<Result<>> run(RoomRequest request, std::string text,
                                          std::optional<MessageId> replyTo);

private:
    /// What everybody may ask for.
    [[nodiscard]] net::Task<Result<>> forAll(RoomRequest request, chat::Command command,
                                             std::optional<MessageId> replyTo);
    [[nodiscard]] net::Task<Result<>> announce(RoomRequest request, std::string text,
                                               std::optional<MessageId> replyTo);
    /// A command that names somebody, and who that is.
    struct Aimed {
        chat::Command command;
        std::optional<chat::Person> person;
        std::optional<MessageId> message;
    };
    [[nodiscard]] net::Task<Result<Aimed>> aim(OpenRoom* room, chat::Command command,
                                               std::optional<MessageId> replyTo);
    [[nodiscard]] net::Task<Result<>> aboutMessage(RoomRequest request, Aimed aimed);
    [[nodiscard]] Result<> restrict(const RoomRequest& request, chat::Restriction restriction);
    [[nodiscard]] Result<> lift(const RoomRequest& request, const chat::Person& person);
    [[nodiscard]] Result<> clear(const RoomRequest& request);
    [[nodiscard]] net::Task<Result<>> clearOf(RoomRequest request, chat::Person whose);
    [[nodiscard]] Result<> appoint(const RoomRequest& request, const chat::Person& person,
                                   const chat::AppointCommand& command);
    [[nodiscard]] Result<> setModes(const RoomRequest& request, const chat::Modes& modes, std::string text);

    ChatDesk& chat_;
    AudienceDesk& audience_;
    People& people_;
    MessageWriter& writer_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
