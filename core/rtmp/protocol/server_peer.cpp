#include "core/rtmp/protocol/server_peer.h"

#include <algorithm>
#include <utility>

#include "core/rtmp/protocol/aggregate.h"
#include "core/rtmp/protocol/data_message.h"
#include "core/rtmp/protocol/status_codes.h"
#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

constexpr std::uint32_t kWindow = 2'500'000;
constexpr std::uint32_t kChunkSize = 4'096;
constexpr std::uint32_t kMostStreams = 8;
constexpr std::size_t kOtherLimit = 64 * 1024;
constexpr std::size_t kEncoderLength = 64;

tl::unexpected<Error> outOfOrder(std::string message) {
    return fail(ErrorCategory::Corrupt, "rtmp.order", std::move(message));
}

std::string_view codeFor(ErrorCategory category) {
    switch (category) {
        case ErrorCategory::Conflict:
            return "NetStream.Publish.BadName";
        case ErrorCategory::Denied:
            return "NetStream.Publish.Denied";
        case ErrorCategory::Unavailable:
        case ErrorCategory::Timeout:
            return kPublishUnavailable;
        default:
            return "NetStream.Publish.Rejected";
    }
}

bool isAnswer(const std::string& name) { return name == "_result" || name == "_error" || name == "onStatus"; }

}  // namespace

ServerPeer::ServerPeer(std::size_t mediaLimit) : reader_(MessageLimits{}), mediaLimit_(mediaLimit) {}

void ServerPeer::feed(ByteView bytes) {
    acknowledgements_.received(bytes.size());
    if (state_ == State::Handshake) {
        unread_ = bytes;
        return;
    }
    reader_.feed(bytes);
    if (const auto count = acknowledgements_.due()) {
        sendControl(MessageType::Acknowledgement, control::number(*count));
    }
}

Result<std::optional<ServerEvent>> ServerPeer::next() {
    if (state_ == State::Handshake) {
        if (auto done = shakeHands(); !done || state_ == State::Handshake) {
            return done;
        }
    }
    while (state_ != State::Deciding) {
        Result<std::optional<Message>> message = std::nullopt;
        if (waiting_.empty()) {
            message = reader_.next();
        } else {
            message = std::move(waiting_.back());
            waiting_.pop_back();
        }
        if (!message) {
            return fail(std::move(message.error()));
        }
        if (!*message) {
            return std::nullopt;
        }
        auto event = handle(std::move(**message));
        if (!event || *event) {
            return event;
        }
    }
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::shakeHands() {
    const auto done = handshake_.receive(unread_, output_);
    if (!done) {
        return fail(done.error());
    }
    if (*done) {
        state_ = State::BeforeConnect;
        reader_.feed(unread_);
    }
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::handle(Message message) {
    switch (message.header.type) {
        case MessageType::CommandAmf0:
        case MessageType::CommandAmf3:
            return handleCommand(message);
        case MessageType::Audio:
        case MessageType::Video:
            return handleMedia(std::move(message));
        case MessageType::Aggregate:
            return handleAggregate(message);
        case MessageType::DataAmf0:
        case MessageType::DataAmf3:
            return handleData(message);
        case MessageType::UserControl:
            handleUserControl(message.payload);
            return std::nullopt;
        case MessageType::WindowAckSize:
            if (const auto window = control::readNumber(message.payload)) {
                acknowledgements_.setWindow(*window);
            }
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

Result<ServerPeer::Event> ServerPeer::handleCommand(const Message& message) {
    auto command = readCommand(message);
    if (!command) {
        return fail(std::move(command.error()));
    }
    if (command->name == "connect") {
        return handleConnect(*command);
    }
    if (state_ == State::BeforeConnect) {
        return outOfOrder("a command came before connect: " + printable(command->name, 32));
    }
    if (command->name == "createStream") {
        return handleCreateStream(*command);
    }
    if (command->name == "publish") {
        return handlePublish(*command, message.header.streamId);
    }
    if (command->name == "play" || command->name == "play2") {
        return handlePlay(message.header.streamId);
    }
    if (command->name == "FCUnpublish" || command->name == "deleteStream" || command->name == "closeStream") {
        return handleUnpublish(*command);
    }
    answerOther(*command);
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::handleConnect(const Command& command) {
    if (state_ != State::BeforeConnect) {
        return outOfOrder("connect came twice");
    }
    const amf0::Object* object = command.object.object();
    const amf0::Value* app = object != nullptr ? object->find("app") : nullptr;
    const amf0::Value* encoder = object != nullptr ? object->find("flashVer") : nullptr;
    if (app == nullptr || app->text() == nullptr || !isPlausibleApp(*app->text())) {
        const std::string reason = "there is no such application here; publish to rtmp://host/live";
        sendCommand(0, {"_error",
                        command.transaction,
                        amf0::Null{},
                        {status("error", "NetConnection.Connect.Rejected", reason)}});
        return fail(ErrorCategory::Invalid, "rtmp.app", "connect named an application that cannot be");
    }
    app_ = *app->text();
    if (encoder != nullptr && encoder->text() != nullptr) {
        encoder_ = printable(*encoder->text(), kEncoderLength);
    }
    state_ = State::Connected;
    sendControl(MessageType::WindowAckSize, control::number(kWindow));
    sendControl(MessageType::SetPeerBandwidth, control::peerBandwidth(kWindow));
    writer_.setChunkSize(kChunkSize, output_);
    amf0::Object information = status("status", "NetConnection.Connect.Success", "Connection succeeded.");
    information.properties.push_back({"objectEncoding", 0.0});
    answer(command, amf0::Object{{"fmsVer", "FMS/3,0,1,123"}, {"capabilities", 31.0}},
           std::move(information));
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::handleCreateStream(const Command& command) {
    if (streams_ == kMostStreams) {
        return outOfOrder("too many streams were made on one connection");
    }
    answer(command, amf0::Null{}, static_cast<double>(++streams_));
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::handlePublish(const Command& command, std::uint32_t streamId) {
    if (streams_ == 0) {
        return outOfOrder("publish came before createStream");
    }
    if (state_ == State::Publishing) {
        const amf0::Value information =
            status("error", "NetStream.Publish.BadName", "this connection publishes already");
        sendCommand(streamId, {"onStatus", 0, amf0::Null{}, {information}});
        return std::nullopt;
    }
    publishedStream_ = streamId;
    const std::string* name = command.text(0);
    auto parsed = parseStreamName(app_, name != nullptr ? *name : "");
    if (!parsed) {
        refuse(parsed.error());
        return fail(std::move(parsed.error()));
    }
    state_ = State::Deciding;
    reader_.keep();
    return PublishRequested{std::move(parsed->app), Secret(std::move(parsed->key)), encoder_};
}

Result<ServerPeer::Event> ServerPeer::handlePlay(std::uint32_t streamId) {
    publishedStream_ = streamId;
    sendStatus(
        status("error", "NetStream.Play.StreamNotFound", "streams are watched over HLS here, not over RTMP"));
    return fail(ErrorCategory::Unsupported, "rtmp.play", "a player came to the port for publishing");
}

ServerPeer::Event ServerPeer::handleUnpublish(const Command& command) {
    const double* streamId = command.number(0);
    const bool isAnother =
        command.name == "deleteStream" && streamId != nullptr && *streamId != publishedStream_;
    if (state_ != State::Publishing || isAnother) {
        return std::nullopt;
    }
    state_ = State::Connected;
    sendStatus(status("status", "NetStream.Unpublish.Success", "The stream has ended."));
    return PublishFinished{};
}

Result<ServerPeer::Event> ServerPeer::handleMedia(Message message) {
    if (state_ == State::BeforeConnect) {
        return outOfOrder("media came before connect");
    }
    if (state_ != State::Publishing) {
        return std::nullopt;
    }
    const bool isAudio = message.header.type == MessageType::Audio;
    return MediaReceived{isAudio ? media::MediaKind::Audio : media::MediaKind::Video,
                         timeline_.at(message.header.timestamp), std::move(message.payload)};
}

Result<ServerPeer::Event> ServerPeer::handleAggregate(const Message& aggregate) {
    if (state_ == State::BeforeConnect) {
        return outOfOrder("media came before connect");
    }
    auto messages = splitAggregate(aggregate);
    if (!messages) {
        return fail(std::move(messages.error()));
    }
    waiting_ = std::move(*messages);
    std::reverse(waiting_.begin(), waiting_.end());
    return std::nullopt;
}

ServerPeer::Event ServerPeer::handleData(const Message& message) {
    if (state_ != State::Publishing) {
        return std::nullopt;
    }
    const auto data = readData(message);
    if (!data) {
        return std::nullopt;
    }
    if (const auto utc = readCaptureClock(*data)) {
        return CaptureClockReceived{timeline_.at(message.header.timestamp), *utc};
    }
    if (const auto interval = readKeyFrameInterval(*data)) {
        return KeyFrameIntervalReceived{*interval};
    }
    return std::nullopt;
}

void ServerPeer::handleUserControl(ByteView body) {
    const auto read = control::readUserControl(body);
    if (read && read->event == control::Event::PingRequest) {
        sendControl(MessageType::UserControl,
                    control::userControl({control::Event::PingResponse, read->value}));
    }
}

void ServerPeer::answerOther(const Command& command) {
    if (command.name == "FCPublish") {
        amf0::Object information = status("status", "NetStream.Publish.Start", "");
        sendCommand(0, {"onFCPublish", 0, amf0::Null{}, {std::move(information)}});
    }
    if (command.transaction == 0 || isAnswer(command.name)) {
        return;
    }
    if (command.name == "FCPublish" || command.name == "releaseStream" || command.name == "_checkbw") {
        answer(command, amf0::Null{}, amf0::Value());
        return;
    }
    amf0::Object information =
        status("error", "NetConnection.Call.Failed", "there is no command " + printable(command.name, 32));
    sendCommand(0, {"_error", command.transaction, amf0::Null{}, {std::move(information)}});
}

void ServerPeer::acceptPublish() {
    state_ = State::Publishing;
    timeline_ = Timeline();
    reader_.setLimits(
        {mediaLimit_, kOtherLimit, 2 * mediaLimit_ + kOtherLimit, MessageLimits().chunkStreams});
    sendControl(MessageType::UserControl,
                control::userControl({control::Event::StreamBegin, publishedStream_}));
    sendStatus(status("status", "NetStream.Publish.Start", "The stream is on air."));
}

void ServerPeer::refuse(const Error& reason) {
    state_ = State::Connected;
    sendStatus(status("error", codeFor(reason.category()), reason.message()));
}

void ServerPeer::answer(const Command& command, amf0::Value object, amf0::Value information) {
    sendCommand(0, {"_result", command.transaction, std::move(object), {std::move(information)}});
}

void ServerPeer::sendStatus(amf0::Object information) {
    sendCommand(publishedStream_, {"onStatus", 0, amf0::Null{}, {std::move(information)}});
}

void ServerPeer::sendCommand(std::uint32_t streamId, const Command& command) {
    writer_.write(ChunkStreamId::Command, {MessageType::CommandAmf0, streamId, 0}, writeCommand(command),
                  output_);
}

void ServerPeer::sendControl(MessageType type, ByteView body) {
    writer_.write(ChunkStreamId::Control, {type, 0, 0}, body, output_);
}

}  // namespace footlight::rtmp
