#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/secret.h"
#include "core/rtmp/protocol/capabilities.h"
#include "core/rtmp/protocol/message_link.h"
#include "core/rtmp/protocol/stream_inbox.h"

namespace footlight::rtmp {

enum class ClientPurpose : std::uint8_t { Publish, Play };

struct ClientOptions {
    std::string app;
    std::string tcUrl;
    Secret stream;  ///< the key to publish with, or the name to play, with its query
    HandshakeKind handshake = HandshakeKind::Simple;
    ClientPurpose purpose = ClientPurpose::Publish;
    std::size_t mediaLimit = 8 * 1024 * 1024;  ///< bytes of one audio or video message, while playing
};

/// The relay has accepted the publication.
struct PublishAccepted {};

/// The relay plays the stream; media follows.
struct PlayAccepted {};

/// The stream that is played is over.
struct PlayEnded {};

/// The relay has received this many bytes, modulo 2^32; not every relay counts the same.
struct BytesAcknowledged {
    std::uint32_t count = 0;
};

/// The relay asks us to connect again, at `url` (may be relative to tcUrl) or where that is empty at the same
/// place.
struct ReconnectAsked {
    std::string url;
};

using ClientEvent =
    std::variant<PublishAccepted, PlayAccepted, PlayEnded, BytesAcknowledged, ReconnectAsked, StreamEvent>;

/// The client's side of one RTMP connection that publishes or plays, without I/O. It goes by itself from the
/// handshake to the stream. Owned and used by one connection; the server's bytes are not trusted.
class ClientPeer {
public:
    /// The first bytes to send are in takeOutput() at once.
    explicit ClientPeer(ClientOptions options);

    /// The bytes must stay where they are until next() has returned nothing.
    void feed(ByteView bytes) { link_.feed(bytes); }
    /// What came next; nothing where more bytes are needed. Errors end the connection: Denied (refused by the
    /// server, in its own words), Conflict (the name is in use), NotFound (no such stream), Unavailable (not
    /// now), Corrupt, Unsupported.
    Result<std::optional<ClientEvent>> next();
    [[nodiscard]] Bytes takeOutput() { return link_.takeOutput(); }
    [[nodiscard]] bool isPublishing() const { return state_ == State::Publishing; }
    /// What the server said that it understands.
    [[nodiscard]] const Capabilities& capabilities() const { return capabilities_; }

    /// While publishing: one FLV tag body, given as `head` and `body`, at `milliseconds` modulo 2^32.
    void sendVideo(std::uint32_t milliseconds, ByteView head, ByteView body);
    void sendAudio(std::uint32_t milliseconds, ByteView head, ByteView body);
    /// One data message (AMF0 values).
    void sendData(std::uint32_t milliseconds, ByteView values);
    /// While playing.
    void pause(bool isPaused, std::uint32_t milliseconds);
    /// FCUnpublish where that fits, deleteStream.
    void finish();

private:
    enum class State : std::uint8_t {
        Handshake,
        Connecting,
        MakingStream,
        Asking,
        Publishing,
        Playing,
        Finished
    };
    using Event = std::optional<ClientEvent>;

    Result<Event> handle(Message message);
    Result<Event> handleCommand(const Message& message);
    Result<Event> handleResult(const Command& command);
    Result<Event> handleStatus(const Command& command);
    Event handleGoodStatus(const std::string& code, const Command& command);
    Result<Event> handleStreamMessage(Message message);
    void connect();
    void makeStream();
    void askForStream();
    void call(std::uint32_t streamId, std::string name, amf0::Value object,
              std::vector<amf0::Value> arguments);

    ClientOptions options_;
    State state_ = State::Handshake;
    MessageLink<ClientHandshake> link_;
    StreamInbox inbox_;
    Capabilities capabilities_;  ///< of the server
    double transaction_ = 0;     ///< of the last command
    double awaited_ = 0;         ///< the transaction whose answer takes us on
    std::uint32_t streamId_ = 0;
};

}  // namespace footlight::rtmp
