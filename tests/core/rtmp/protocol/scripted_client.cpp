#include "tests/core/rtmp/protocol/scripted_client.h"

#include <algorithm>

namespace footlight::rtmp {

namespace {

constexpr std::size_t kHandshakeSize = 1 + 2 * 1536;

}  // namespace

void ScriptedClient::shakeHands() {
    Bytes bytes(kHandshakeSize, 0);
    bytes[0] = 3;
    sendBytes(bytes);
}

void ScriptedClient::send(MessageType type, std::uint32_t streamId, std::uint32_t timestamp,
                          const Bytes& payload) {
    Bytes bytes;
    writer_.write(ChunkStreamId::Command, {type, streamId, timestamp}, payload, bytes);
    sendBytes(bytes);
}

void ScriptedClient::call(const std::string& name, double transaction, amf0::Value object,
                          std::vector<amf0::Value> arguments, std::uint32_t streamId) {
    const Command command{name, transaction, std::move(object), std::move(arguments)};
    send(MessageType::CommandAmf0, streamId, 0, writeCommand(command));
}

void ScriptedClient::sendBytes(const Bytes& bytes) {
    for (std::size_t at = 0; at < bytes.size() && !error; at += step_) {
        // A copy that ends here, so that the sanitizer sees any use of bytes that are gone.
        const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                          bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at + step_, bytes.size())));
        peer.feed(piece);
        pump();
    }
    readOutput();
}

void ScriptedClient::connect() {
    shakeHands();
    call("connect", 1, amf0::Object{{"app", "live"}, {"flashVer", "Test/1"}});
}

void ScriptedClient::publish() {
    connect();
    call("createStream", 2);
    call("publish", 3, amf0::Null{}, {"key", "live"}, 1);
    peer.acceptPublish();
    readOutput();
}

std::vector<std::string> ScriptedClient::answers() {
    readOutput();
    std::vector<std::string> lines;
    for (; told_ < commands.size(); ++told_) {
        const Command& command = commands[told_];
        lines.push_back(command.name + " " + std::to_string(command.transaction).substr(0, 3) + " " +
                        command.textIn(0, "code"));
    }
    return lines;
}

void ScriptedClient::pump() {
    for (;;) {
        auto next = peer.next();
        if (!next) {
            error = next.error();
            return;
        }
        if (!*next) {
            return;
        }
        events.push_back(std::move(**next));
    }
}

void ScriptedClient::readOutput() {
    const Bytes output = peer.takeOutput();
    const std::size_t handshake = std::min(kHandshakeSize - handshakeBytes_, output.size());
    handshakeBytes_ += handshake;
    reader_.feed(ByteView(output).subspan(handshake));
    for (auto message = reader_.next(); message && *message; message = reader_.next()) {
        received.push_back(**message);
        if ((*message)->header.type == MessageType::CommandAmf0) {
            commands.push_back(readCommand(**message).value());
        }
    }
}

}  // namespace footlight::rtmp
