#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/rtmp/protocol/command.h"
#include "core/rtmp/protocol/server_peer.h"

namespace footlight::rtmp {

/// Speaks messages, not bytes, to a ServerPeer, and keeps what came out of it.
class ScriptedClient {
public:
    /// Bytes reach the peer `step` at a time.
    explicit ScriptedClient(std::size_t step = 1'000'000) : step_(step) {}

    void shakeHands();
    void send(MessageType type, std::uint32_t streamId, std::uint32_t timestamp, const Bytes& payload);
    void call(const std::string& name, double transaction, amf0::Value object = amf0::Null{},
              std::vector<amf0::Value> arguments = {}, std::uint32_t streamId = 0);
    void sendBytes(const Bytes& bytes);
    /// Handshake and connect to "live".
    void connect();
    /// connect, createStream and publish of "key" on stream 1.
    void publish();

    /// The commands that the server sent since the last call, as "name transaction code".
    std::vector<std::string> answers();

    ServerPeer peer{1'000'000};
    std::vector<ServerEvent> events;
    std::optional<Error> error;
    std::vector<Message> received;  ///< every message of the server
    std::vector<Command> commands;  ///< those of them that are commands

private:
    void pump();
    void readOutput();

    std::size_t step_;
    ChunkWriter writer_;
    ChunkReader reader_{MessageLimits{}};
    std::size_t handshakeBytes_ = 0;
    std::size_t told_ = 0;
};

}  // namespace footlight::rtmp
