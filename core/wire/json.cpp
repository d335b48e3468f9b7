#include "core/wire/json.h"

#include <algorithm>

#include "core/wire/json_messages.h"

namespace footlight::wire {

FOOTLIGHT_WIRE_MESSAGE(Problem);
FOOTLIGHT_WIRE_MESSAGE(RelayInfo);
FOOTLIGHT_WIRE_MESSAGE(SignUpRequest);
FOOTLIGHT_WIRE_MESSAGE(SignInRequest);
FOOTLIGHT_WIRE_MESSAGE(Session);
FOOTLIGHT_WIRE_MESSAGE(Me);
FOOTLIGHT_WIRE_MESSAGE(Channel);
FOOTLIGHT_WIRE_MESSAGE(ChannelPage);
FOOTLIGHT_WIRE_MESSAGE(ChannelPatch);
FOOTLIGHT_WIRE_MESSAGE(StreamKey);
FOOTLIGHT_WIRE_MESSAGE(MessagePage);
FOOTLIGHT_WIRE_MESSAGE(RecordedChat);
FOOTLIGHT_WIRE_MESSAGE(AttendeePage);
FOOTLIGHT_WIRE_MESSAGE(EmoteList);
FOOTLIGHT_WIRE_MESSAGE(PublishHook);
FOOTLIGHT_WIRE_MESSAGE(PublishGrant);
FOOTLIGHT_WIRE_MESSAGE(PublishEvents);
FOOTLIGHT_WIRE_MESSAGE(Commands);
FOOTLIGHT_WIRE_MESSAGE(StreamInputs);
FOOTLIGHT_WIRE_MESSAGE(ChannelSettings);
FOOTLIGHT_WIRE_MESSAGE(ChannelSettingsPatch);
FOOTLIGHT_WIRE_MESSAGE(IngestAddresses);
FOOTLIGHT_WIRE_MESSAGE(InputChoice);
FOOTLIGHT_WIRE_MESSAGE(LinkRequest);
FOOTLIGHT_WIRE_MESSAGE(PlaybackLink);
FOOTLIGHT_WIRE_MESSAGE(Target);
FOOTLIGHT_WIRE_MESSAGE(TargetList);
FOOTLIGHT_WIRE_MESSAGE(NewTarget);
FOOTLIGHT_WIRE_MESSAGE(TargetPatch);
FOOTLIGHT_WIRE_MESSAGE(ChannelInput);
FOOTLIGHT_WIRE_MESSAGE(ChannelInputList);
FOOTLIGHT_WIRE_MESSAGE(NewChannelInput);
FOOTLIGHT_WIRE_MESSAGE(ChannelInputPatch);
FOOTLIGHT_WIRE_MESSAGE(Recording);
FOOTLIGHT_WIRE_MESSAGE(RecordingPage);
FOOTLIGHT_WIRE_MESSAGE(RecordingPatch);
FOOTLIGHT_WIRE_MESSAGE(HoleList);
FOOTLIGHT_WIRE_MESSAGE(FillTicket);
FOOTLIGHT_WIRE_MESSAGE(ClientMessage);
FOOTLIGHT_WIRE_MESSAGE(ServerMessage);

template std::string toJson(const std::vector<ChatMessage>&);

std::vector<ServerMessage> parseServerText(std::string_view json) {
    std::vector<ServerMessage> messages;
    const auto value = readValue(json);
    const auto take = [&messages](const boost::json::value& one) {
        ParseFailure ignored;
        ServerMessage message;
        if (JsonReader(ignored).readRoot(one, message)) {
            messages.push_back(std::move(message));
        }
    };
    if (value && value->is_array()) {
        std::ranges::for_each(value->get_array(), take);
    } else if (value) {
        take(*value);
    }
    return messages;
}

}  // namespace footlight::wire
