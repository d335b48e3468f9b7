#include "core/rtmp/protocol/client_peer.h"

#include "core/rtmp/protocol/status_codes.h"
#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

/// As much as one kernel send takes, and no more than what the strictest servers accept.
constexpr std::uint32_t kChunkSize = 60'000;
constexpr std::size_t kMessageLimit = 64 * 1024;
constexpr std::size_t kShownText = 200;
constexpr std::string_view kEncoder = "FMLE/3.0 (compatible; Footlight)";

/// The relay's own words, as far as they can be shown.
std::string wordsOf(const Command& command) {
    std::string words = command.textIn(0, "description");
    if (words.empty()) {
        words = command.textIn(0, "code");
    }
    return words.empty() ? std::string("without a reason") : printable(words, kShownText);
}

ErrorCategory categoryOf(std::string_view code) {
    if (code == "NetStream.Publish.BadName") {
        return ErrorCategory::Conflict;
    }
    if (code == kPublishUnavailable) {
        return ErrorCategory::Unavailable;
    }
    return code == "NetStream.Publish.Rejected" ? ErrorCategory::Unsupported : ErrorCategory::Denied;
}

}  // namespace

ClientPeer::ClientPeer(ClientOptions options)
    : options_(std::move(options)),
      handshake_(options_.handshake),
      reader_(MessageLimits{kMessageLimit, kMessageLimit, 4 * kMessageLimit, MessageLimits().chunkStreams}) {
    handshake_.begin(output_);
}

void ClientPeer::feed(ByteView bytes) {
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

Result<std::optional<ClientEvent>> ClientPeer::next() {
    if (state_ == State::Handshake) {
        if (auto done = shakeHands(); !done || state_ == State::Handshake) {
            return done;
        }
    }
    for (;;) {
        auto message = reader_.next();
        if (!message) {
            return fail(std::move(message.error()));
        }
        if (!*message) {
            return std::nullopt;
        }
        auto event = handle(**message);
        if (!event || *event) {
            return event;
        }
    }
}

Result<ClientPeer::Event> ClientPeer::shakeHands() {
    const auto done = handshake_.receive(unread_, output_);
    if (!done) {
        return fail(done.error());
    }
    if (*done) {
        connect();
        reader_.feed(unread_);
    }
    return std::nullopt;
}

Result<ClientPeer::Event> ClientPeer::handle(const Message& message) {
    const auto number = control::readNumber(message.payload);
    switch (message.header.type) {
        case MessageType::CommandAmf0:
        case MessageType::CommandAmf3:
            return handleCommand(message);
        case MessageType::Acknowledgement:
            return number ? Event(BytesAcknowledged{*number}) : std::nullopt;
        case MessageType::WindowAckSize:
            acknowledgements_.setWindow(number.value_or(0));
            return std::nullopt;
        case MessageType::UserControl: {
            const auto read = control::readUserControl(message.payload);
            if (read && read->event == control::Event::PingRequest) {
                sendControl(MessageType::UserControl,
                            control::userControl({control::Event::PingResponse, read->value}));
            }
            return std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

Result<ClientPeer::Event> ClientPeer::handleCommand(const Message& message) {
    auto command = readCommand(message);
    if (!command) {
        return fail(std::move(command.error()));
    }
    if (command->name == "_result") {
        return handleResult(*command);
    }
    if (command->name == "onStatus") {
        return handleStatus(*command);
    }
    if (command->name == "_error" && command->transaction == awaited_) {
        return fail(ErrorCategory::Denied, "rtmp.refused", "the relay refused: " + wordsOf(*command));
    }
    if (command->name == "close") {
        return fail(ErrorCategory::Closed, "rtmp.closed", "the relay ended the connection");
    }
    return std::nullopt;
}

Result<ClientPeer::Event> ClientPeer::handleResult(const Command& command) {
    if (command.transaction != awaited_) {
        return std::nullopt;
    }
    if (state_ == State::Connecting) {
        makeStream();
    } else if (state_ == State::MakingStream) {
        const double* streamId = command.number(0);
        if (streamId == nullptr || !(*streamId >= 0 && *streamId <= 0xFFFFFFFF)) {
            return fail(ErrorCategory::Corrupt, "rtmp.stream_id", "the relay gave no stream to publish on");
        }
        streamId_ = static_cast<std::uint32_t>(*streamId);
        publish();
    }
    return std::nullopt;
}

Result<ClientPeer::Event> ClientPeer::handleStatus(const Command& command) {
    const std::string code = command.textIn(0, "code");
    if (command.textIn(0, "level") == "error") {
        const ErrorCategory category = categoryOf(code);
        const std::string_view what = category == ErrorCategory::Unavailable
                                          ? "the relay cannot take the stream now: "
                                          : "the relay refused the stream: ";
        return fail(category, "rtmp.refused", std::string(what) + wordsOf(command));
    }
    if (code == "NetStream.Publish.Start" && state_ == State::Asking) {
        state_ = State::Publishing;
        return PublishAccepted{};
    }
    return std::nullopt;
}

void ClientPeer::connect() {
    state_ = State::Connecting;
    writer_.setChunkSize(kChunkSize, output_);
    amf0::Object object{
        {"app", options_.app}, {"type", "nonprivate"}, {"flashVer", kEncoder}, {"tcUrl", options_.tcUrl}};
    sendCommand(0, "connect", std::move(object), {});
    awaited_ = transaction_;
}

void ClientPeer::makeStream() {
    state_ = State::MakingStream;
    const std::string& key = options_.streamKey.reveal();
    sendCommand(0, "releaseStream", amf0::Null{}, {key});
    sendCommand(0, "FCPublish", amf0::Null{}, {key});
    sendCommand(0, "createStream", amf0::Null{}, {});
    awaited_ = transaction_;
}

void ClientPeer::publish() {
    state_ = State::Asking;
    sendCommand(streamId_, "publish", amf0::Null{}, {options_.streamKey.reveal(), "live"});
    awaited_ = transaction_;
}

void ClientPeer::sendVideo(std::uint32_t milliseconds, ByteView head, ByteView body) {
    writer_.write(ChunkStreamId::Video, {MessageType::Video, streamId_, milliseconds}, head, body, output_);
}

void ClientPeer::sendAudio(std::uint32_t milliseconds, ByteView head, ByteView body) {
    writer_.write(ChunkStreamId::Audio, {MessageType::Audio, streamId_, milliseconds}, head, body, output_);
}

void ClientPeer::sendData(std::uint32_t milliseconds, ByteView values) {
    writer_.write(ChunkStreamId::Data, {MessageType::DataAmf0, streamId_, milliseconds}, values, output_);
}

void ClientPeer::finish() {
    if (state_ != State::Publishing) {
        return;
    }
    state_ = State::Finished;
    sendCommand(0, "FCUnpublish", amf0::Null{}, {options_.streamKey.reveal()});
    sendCommand(0, "deleteStream", amf0::Null{}, {static_cast<double>(streamId_)});
}

void ClientPeer::sendCommand(std::uint32_t streamId, std::string name, amf0::Value object,
                             std::vector<amf0::Value> arguments) {
    const Command command{std::move(name), ++transaction_, std::move(object), std::move(arguments)};
    writer_.write(ChunkStreamId::Command, {MessageType::CommandAmf0, streamId, 0}, writeCommand(command),
                  output_);
}

void ClientPeer::sendControl(MessageType type, ByteView body) {
    writer_.write(ChunkStreamId::Control, {type, 0, 0}, body, output_);
}

}  // namespace footlight::rtmp
