#include "core/rtmp/protocol/client_peer.h"

#include "core/rtmp/protocol/play_chunks.h"
#include "core/rtmp/protocol/status_codes.h"
#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

constexpr std::size_t kMessageLimit = 64 * 1024;
constexpr std::size_t kShownText = 200;
constexpr std::string_view kEncoder = "FMLE/3.0 (compatible; Footlight)";
constexpr std::string_view kPlayer = "LNX 9,0,124,2 (compatible; Footlight)";
/// Live where there is a live stream, else recorded: the default of the play command, in the milliseconds
/// that servers came to expect.
constexpr double kLiveOrRecorded = -2000;

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
    if (code == "NetStream.Play.StreamNotFound") {
        return ErrorCategory::NotFound;
    }
    if (code == kPublishUnavailable) {
        return ErrorCategory::Unavailable;
    }
    return code == "NetStream.Publish.Rejected" ? ErrorCategory::Unsupported : ErrorCategory::Denied;
}

MessageLimits limitsFor(const ClientOptions& options) {
    const bool isPlaying = options.purpose == ClientPurpose::Play;
    const std::size_t media = isPlaying ? options.mediaLimit : kMessageLimit;
    return {media, kMessageLimit, 2 * media + 2 * kMessageLimit, MessageLimits().chunkStreams};
}

}  // namespace

ClientPeer::ClientPeer(ClientOptions options)
    : options_(std::move(options)), link_(ClientHandshake(options_.handshake), limitsFor(options_)) {
    link_.beginHandshake();
}

Result<std::optional<ClientEvent>> ClientPeer::next() {
    if (auto told = inbox_.next()) {
        return Event(std::move(*told));
    }
    if (state_ == State::Handshake) {
        const auto done = link_.shakeHands();
        if (!done) {
            return fail(done.error());
        }
        if (!*done) {
            return std::nullopt;
        }
        connect();
    }
    for (;;) {
        auto message = link_.next();
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
}

Result<ClientPeer::Event> ClientPeer::handle(Message message) {
    switch (message.header.type) {
        case MessageType::CommandAmf0:
        case MessageType::CommandAmf3:
            return handleCommand(message);
        case MessageType::Acknowledgement: {
            const auto number = control::readNumber(message.payload);
            return number ? Event(BytesAcknowledged{*number}) : std::nullopt;
        }
        default:
            return handleStreamMessage(std::move(message));
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
        if (const amf0::Object* server = command.object.object()) {
            capabilities_ = readCapabilities(*server);
        }
        makeStream();
    } else if (state_ == State::MakingStream) {
        const double* streamId = command.number(0);
        if (streamId == nullptr || !(*streamId >= 0 && *streamId <= 0xFFFFFFFF)) {
            return fail(ErrorCategory::Corrupt, "rtmp.stream_id", "the relay gave no stream to publish on");
        }
        streamId_ = static_cast<std::uint32_t>(*streamId);
        askForStream();
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
    return handleGoodStatus(code, command);
}

ClientPeer::Event ClientPeer::handleGoodStatus(const std::string& code, const Command& command) {
    if (code == "NetConnection.Connect.ReconnectRequest") {
        return ReconnectAsked{command.textIn(0, "tcUrl")};
    }
    if (state_ == State::Asking && code == "NetStream.Publish.Start") {
        state_ = State::Publishing;
        return PublishAccepted{};
    }
    if (state_ == State::Asking && code == "NetStream.Play.Start") {
        state_ = State::Playing;
        return PlayAccepted{};
    }
    const bool isEnd = code == "NetStream.Play.UnpublishNotify" || code == "NetStream.Play.Stop" ||
                       code == "NetStream.Play.Complete";
    if (state_ == State::Playing && isEnd) {
        state_ = State::Finished;
        return PlayEnded{};
    }
    return std::nullopt;
}

Result<ClientPeer::Event> ClientPeer::handleStreamMessage(Message message) {
    if (state_ != State::Playing) {
        return std::nullopt;
    }
    if (auto taken = inbox_.take(std::move(message)); !taken) {
        return fail(std::move(taken.error()));
    }
    auto told = inbox_.next();
    return told ? Event(std::move(*told)) : std::nullopt;
}

void ClientPeer::connect() {
    state_ = State::Connecting;
    link_.setChunkSize(kPlayChunkSize);
    const bool isPlayer = options_.purpose == ClientPurpose::Play;
    amf0::Object object{{"app", options_.app},
                        {"type", "nonprivate"},
                        {"flashVer", isPlayer ? kPlayer : kEncoder},
                        {"tcUrl", options_.tcUrl}};
    addCapabilities(isPlayer ? Side::Player : Side::Encoder, object);
    call(0, "connect", std::move(object), {});
    awaited_ = transaction_;
}

void ClientPeer::makeStream() {
    state_ = State::MakingStream;
    if (options_.purpose == ClientPurpose::Publish) {
        const std::string& key = options_.stream.reveal();
        call(0, "releaseStream", amf0::Null{}, {key});
        call(0, "FCPublish", amf0::Null{}, {key});
    }
    call(0, "createStream", amf0::Null{}, {});
    awaited_ = transaction_;
}

void ClientPeer::askForStream() {
    state_ = State::Asking;
    if (options_.purpose == ClientPurpose::Publish) {
        call(streamId_, "publish", amf0::Null{}, {options_.stream.reveal(), "live"});
    } else {
        call(streamId_, "play", amf0::Null{}, {options_.stream.reveal(), kLiveOrRecorded});
    }
    awaited_ = transaction_;
}

void ClientPeer::sendVideo(std::uint32_t milliseconds, ByteView head, ByteView body) {
    link_.send(ChunkStreamId::Video, {MessageType::Video, streamId_, milliseconds}, head, body);
}

void ClientPeer::sendAudio(std::uint32_t milliseconds, ByteView head, ByteView body) {
    link_.send(ChunkStreamId::Audio, {MessageType::Audio, streamId_, milliseconds}, head, body);
}

void ClientPeer::sendData(std::uint32_t milliseconds, ByteView values) {
    link_.send(ChunkStreamId::Data, {MessageType::DataAmf0, streamId_, milliseconds}, values);
}

void ClientPeer::pause(bool isPaused, std::uint32_t milliseconds) {
    if (state_ == State::Playing) {
        call(streamId_, "pause", amf0::Null{}, {isPaused, static_cast<double>(milliseconds)});
    }
}

void ClientPeer::finish() {
    if (state_ != State::Publishing && state_ != State::Playing) {
        return;
    }
    state_ = State::Finished;
    if (options_.purpose == ClientPurpose::Publish) {
        call(0, "FCUnpublish", amf0::Null{}, {options_.stream.reveal()});
    }
    call(0, "deleteStream", amf0::Null{}, {static_cast<double>(streamId_)});
}

void ClientPeer::call(std::uint32_t streamId, std::string name, amf0::Value object,
                      std::vector<amf0::Value> arguments) {
    const Command command{std::move(name), ++transaction_, std::move(object), std::move(arguments)};
    link_.sendCommand(streamId, command);
}

}  // namespace footlight::rtmp
