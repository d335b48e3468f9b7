#include "core/rtmp/protocol/server_peer.h"

#include <utility>

#include "core/rtmp/protocol/server_answers.h"
#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

constexpr std::uint32_t kWindow = 2'500'000;
constexpr std::uint32_t kChunkSize = 4'096;
constexpr std::uint32_t kMostStreams = 8;
constexpr std::size_t kClientLength = 64;

bool isAnswer(const std::string& name) { return name == "_result" || name == "_error" || name == "onStatus"; }

}  // namespace

tl::unexpected<Error> outOfOrder(std::string message) {
    return fail(ErrorCategory::Corrupt, "rtmp.order", std::move(message));
}

ServerPeer::ServerPeer(std::size_t mediaLimit)
    : link_(ServerHandshake(), MessageLimits{}), mediaLimit_(mediaLimit) {}

Result<std::optional<ServerEvent>> ServerPeer::next() {
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
        state_ = State::BeforeConnect;
    }
    while (state_ != State::Deciding) {
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
    return std::nullopt;
}

Result<ServerPeer::Event> ServerPeer::handle(Message message) {
    switch (message.header.type) {
        case MessageType::CommandAmf0:
        case MessageType::CommandAmf3:
            return handleCommand(message);
        case MessageType::Audio:
        case MessageType::Video:
        case MessageType::DataAmf0:
        case MessageType::DataAmf3:
        case MessageType::Aggregate:
            return handleStreamMessage(std::move(message));
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
        return handlePlay(*command, message.header.streamId);
    }
    if (command->name == "pause" || command->name == "pauseRaw") {
        return handlePause(*command);
    }
    if (command->name == "FCUnpublish" || command->name == "deleteStream" || command->name == "closeStream") {
        return handleStreamEnd(*command);
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
    const amf0::Value* client = object != nullptr ? object->find("flashVer") : nullptr;
    if (app == nullptr || app->text() == nullptr || !isPlausibleApp(*app->text())) {
        const std::string reason = "there is no such application here; publish to rtmp://host/live";
        link_.sendCommand(0, {"_error",
                              command.transaction,
                              amf0::Null{},
                              {status("error", "NetConnection.Connect.Rejected", reason)}});
        return fail(ErrorCategory::Invalid, "rtmp.app", "connect named an application that cannot be");
    }
    app_ = *app->text();
    if (client != nullptr && client->text() != nullptr) {
        client_ = printable(*client->text(), kClientLength);
    }
    capabilities_ = readCapabilities(*object);
    welcome(command);
    return std::nullopt;
}

void ServerPeer::welcome(const Command& command) {
    state_ = State::Connected;
    link_.sendControl(MessageType::WindowAckSize, control::number(kWindow));
    link_.sendControl(MessageType::SetPeerBandwidth, control::peerBandwidth(kWindow));
    link_.setChunkSize(kChunkSize);
    amf0::Object information = status("status", "NetConnection.Connect.Success", "Connection succeeded.");
    information.properties.push_back({"objectEncoding", 0.0});
    amf0::Object server{{"fmsVer", "FMS/3,0,1,123"}, {"capabilities", 31.0}};
    addCapabilities(Side::Relay, server);
    answer(command, std::move(server), std::move(information));
}

Result<ServerPeer::Event> ServerPeer::handleCreateStream(const Command& command) {
    if (streams_ == kMostStreams) {
        return outOfOrder("too many streams were made on one connection");
    }
    answer(command, amf0::Null{}, static_cast<double>(++streams_));
    return std::nullopt;
}

void ServerPeer::answerOther(const Command& command) {
    if (command.name == "FCPublish") {
        amf0::Object information = status("status", "NetStream.Publish.Start", "");
        link_.sendCommand(0, {"onFCPublish", 0, amf0::Null{}, {std::move(information)}});
    }
    if (command.name == "FCSubscribe") {
        amf0::Object information = status("status", "NetStream.Play.Start", "");
        link_.sendCommand(0, {"onFCSubscribe", 0, amf0::Null{}, {std::move(information)}});
    }
    if (command.transaction == 0 || isAnswer(command.name)) {
        return;
    }
    if (command.name == "getStreamLength") {
        answer(command, amf0::Null{}, 0.0);
        return;
    }
    if (command.name == "FCPublish" || command.name == "releaseStream" || command.name == "_checkbw" ||
        command.name == "FCSubscribe") {
        answer(command, amf0::Null{}, amf0::Value());
        return;
    }
    amf0::Object information =
        status("error", "NetConnection.Call.Failed", "there is no command " + printable(command.name, 32));
    link_.sendCommand(0, {"_error", command.transaction, amf0::Null{}, {std::move(information)}});
}

void ServerPeer::requestReconnect(const std::string& url) {
    if (!capabilities_.reconnect) {
        return;
    }
    amf0::Object information =
        status("status", "NetConnection.Connect.ReconnectRequest", "The relay asks you to connect again.");
    if (!url.empty()) {
        information.properties.push_back({"tcUrl", url});
    }
    link_.sendCommand(0, {"onStatus", 0, amf0::Null{}, {std::move(information)}});
}

void ServerPeer::answer(const Command& command, amf0::Value object, amf0::Value information) {
    link_.sendCommand(0, {"_result", command.transaction, std::move(object), {std::move(information)}});
}

void ServerPeer::sendStatus(amf0::Object information) {
    link_.sendCommand(stream_, {"onStatus", 0, amf0::Null{}, {std::move(information)}});
}

}  // namespace footlight::rtmp
