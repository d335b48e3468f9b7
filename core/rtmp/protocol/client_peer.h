#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/base/secret.h"
#include "core/rtmp/protocol/chunk_reader.h"
#include "core/rtmp/protocol/chunk_writer.h"
#include "core/rtmp/protocol/command.h"
#include "core/rtmp/protocol/control.h"
#include "core/rtmp/protocol/handshake.h"

namespace footlight::rtmp {

struct ClientOptions {
    std::string app;
    std::string tcUrl;
    Secret streamKey;
    HandshakeKind handshake = HandshakeKind::Simple;
};

/// The relay has accepted the publication.
struct PublishAccepted {};

/// The relay has received this many bytes, modulo 2^32; not every relay counts the same.
struct BytesAcknowledged {
    std::uint32_t count = 0;
};

using ClientEvent = std::variant<PublishAccepted, BytesAcknowledged>;

/// The client's side of one RTMP connection that publishes, without I/O. It goes by itself from the handshake
/// to the publication. Owned and used by one connection; the server's bytes are not trusted.
class ClientPeer {
public:
    /// The first bytes to send are in takeOutput() at once.
    explicit ClientPeer(ClientOptions options);

    /// The bytes must stay where they are until next() has returned nothing.
    void feed(ByteView bytes);
    /// What came next; nothing where more bytes are needed. Errors end the connection: Denied (refused by the
    /// server, in its own words), Conflict (the name is in use), Unavailable (not now), Corrupt, Unsupported.
    Result<std::optional<ClientEvent>> next();
    [[nodiscard]] Bytes takeOutput() { return std::exchange(output_, {}); }
    [[nodiscard]] bool isPublishing() const { return state_ == State::Publishing; }

    /// While publishing: one FLV tag body, given as `head` and `body`, at `milliseconds` modulo 2^32.
    void sendVideo(std::uint32_t milliseconds, ByteView head, ByteView body);
    void sendAudio(std::uint32_t milliseconds, ByteView head, ByteView body);
    /// One data message (AMF0 values).
    void sendData(std::uint32_t milliseconds, ByteView values);
    /// FCUnpublish, deleteStream.
    void finish();

private:
    enum class State : std::uint8_t { Handshake, Connecting, MakingStream, Asking, Publishing, Finished };
    using Event = std::optional<ClientEvent>;

    Result<Event> shakeHands();
    Result<Event> handle(const Message& message);
    Result<Event> handleCommand(const Message& message);
    Result<Event> handleResult(const Command& command);
    Result<Event> handleStatus(const Command& command);
    void connect();
    void makeStream();
    void publish();
    void sendCommand(std::uint32_t streamId, std::string name, amf0::Value object,
                     std::vector<amf0::Value> arguments);
    void sendControl(MessageType type, ByteView body);

    ClientOptions options_;
    State state_ = State::Handshake;
    ClientHandshake handshake_;
    ByteView unread_;
    ChunkReader reader_;
    ChunkWriter writer_;
    control::AcknowledgementCounter acknowledgements_;
    Bytes output_;
    double transaction_ = 0;  ///< of the last command
    double awaited_ = 0;      ///< the transaction whose answer takes us on
    std::uint32_t streamId_ = 0;
};

}  // namespace footlight::rtmp
