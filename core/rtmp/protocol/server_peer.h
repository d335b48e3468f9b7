#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/media/types/packet.h"
#include "core/rtmp/protocol/chunk_reader.h"
#include "core/rtmp/protocol/chunk_writer.h"
#include "core/rtmp/protocol/command.h"
#include "core/rtmp/protocol/control.h"
#include "core/rtmp/protocol/handshake.h"
#include "core/rtmp/protocol/timeline.h"

namespace footlight::rtmp {

/// The client wants to publish. Nothing more is read until acceptPublish() or refuse() has answered.
struct PublishRequested {
    std::string app;
    Secret key;
    std::string encoder;  ///< printable ASCII, at most 64 characters
};

/// The body of an FLV tag, at its time.
struct MediaReceived {
    media::MediaKind kind{};
    media::MediaTime time{};
    Bytes body;
};

/// "onFootlightClock": what has media time `at` was captured at `utc`.
struct CaptureClockReceived {
    media::MediaTime at{};
    UtcTime utc;
};

/// What onMetaData says of the time between key frames.
struct KeyFrameIntervalReceived {
    media::MediaTime interval{};
};

/// FCUnpublish, deleteStream or closeStream of the stream that was published.
struct PublishFinished {};

using ServerEvent = std::variant<PublishRequested, MediaReceived, CaptureClockReceived,
                                 KeyFrameIntervalReceived, PublishFinished>;

/// The server's side of one RTMP connection, without I/O: bytes go in, events and bytes to send come out. It
/// answers by itself what needs no decision. Owned and used by one connection.
class ServerPeer {
public:
    enum class State : std::uint8_t { Handshake, BeforeConnect, Connected, Deciding, Publishing };

    /// `mediaLimit`: bytes of one media message once a publication is accepted.
    explicit ServerPeer(std::size_t mediaLimit);

    /// The bytes must stay where they are until next() has returned nothing or a PublishRequested.
    void feed(ByteView bytes);
    /// What came next; nothing where more bytes are needed. After an error send what takeOutput() has, and
    /// close.
    Result<std::optional<ServerEvent>> next();
    [[nodiscard]] Bytes takeOutput() { return std::exchange(output_, {}); }
    [[nodiscard]] State state() const { return state_; }

    /// Answers a PublishRequested.
    void acceptPublish();
    /// Refuses the publication, or ends it while on air, in the words of `reason`: Conflict becomes
    /// NetStream.Publish.BadName, Denied NetStream.Publish.Denied, Unavailable and Timeout
    /// NetStream.Publish.Unavailable (ours: come back later), others NetStream.Publish.Rejected.
    void refuse(const Error& reason);

private:
    using Event = std::optional<ServerEvent>;

    Result<Event> shakeHands();
    Result<Event> handle(Message message);
    Result<Event> handleCommand(const Message& message);
    Result<Event> handleConnect(const Command& command);
    Result<Event> handlePublish(const Command& command, std::uint32_t streamId);
    Result<Event> handleCreateStream(const Command& command);
    Result<Event> handlePlay(std::uint32_t streamId);
    Event handleUnpublish(const Command& command);
    Result<Event> handleMedia(Message message);
    Result<Event> handleAggregate(const Message& aggregate);
    Event handleData(const Message& message);
    void handleUserControl(ByteView body);
    void answerOther(const Command& command);
    void answer(const Command& command, amf0::Value object, amf0::Value information);
    void sendStatus(amf0::Object information);
    void sendCommand(std::uint32_t streamId, const Command& command);
    void sendControl(MessageType type, ByteView body);

    State state_ = State::Handshake;
    ServerHandshake handshake_;
    ByteView unread_;  ///< behind the handshake, in what was fed
    ChunkReader reader_;
    ChunkWriter writer_;
    std::size_t mediaLimit_;
    control::AcknowledgementCounter acknowledgements_;
    Timeline timeline_;
    std::vector<Message> waiting_;  ///< out of an aggregate, the next one last
    Bytes output_;
    std::string app_;
    std::string encoder_;
    std::uint32_t streams_ = 0;  ///< made by createStream; their ids count from 1
    std::uint32_t publishedStream_ = 0;
};

}  // namespace footlight::rtmp
