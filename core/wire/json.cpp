#include "core/wire/json.h"

#include "core/wire/json_reader.h"
#include "core/wire/json_writer.h"

namespace footlight::wire {

template <typename Message>
std::string toJson(const Message& message) {
    return boost::json::serialize(JsonWriter::write(message));
}

template <typename Message>
tl::expected<Message, ParseFailure> parse(std::string_view json) {
    if (json.size() > kMaxJsonBytes) {
        return tl::unexpected(
            ParseFailure{"", "the text must be at most " + std::to_string(kMaxJsonBytes) + " bytes long"});
    }
    boost::json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    boost::json::error_code error;
    const auto value = boost::json::parse({json.data(), json.size()}, error, {}, options);
    if (error == boost::json::error::too_deep) {
        return tl::unexpected(
            ParseFailure{"", "the text must nest at most " + std::to_string(kMaxJsonDepth) + " levels deep"});
    }
    if (error) {
        return tl::unexpected(ParseFailure{"", "the text must be JSON in UTF-8 (" + error.message() + ")"});
    }
    ParseFailure failure;
    Message message;
    if (!JsonReader(failure).readRoot(value, message)) {
        return tl::unexpected(std::move(failure));
    }
    return message;
}

#define FOOTLIGHT_WIRE_MESSAGE(Message)          \
    template std::string toJson(const Message&); \
    template tl::expected<Message, ParseFailure> parse(std::string_view)

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

#undef FOOTLIGHT_WIRE_MESSAGE

}  // namespace footlight::wire
