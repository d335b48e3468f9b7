#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/secret.h"
#include "core/rtmp/protocol/capabilities.h"
#include "core/rtmp/protocol/message_link.h"
#include "core/rtmp/protocol/stream_inbox.h"

namespace footlight::rtmp {

/// The client wants to publish. Nothing more is read until acceptPublish() or refuse() has answered.
struct PublishRequested {
    std::string app;
    Secret key;
    std::string encoder;  ///< printable ASCII, at most 64 characters
    Capabilities capabilities;
};

/// The client wants to watch. Nothing more is read until acceptPlay() or refuse() has answered.
struct PlayRequested {
    std::string app;
    std::string stream;
    Secret token;        ///< "token" of the stream's query
    std::string player;  ///< printable ASCII, at most 64 characters
    std::uint32_t streamId = 0;
};

/// FCUnpublish, deleteStream or closeStream of the stream that was published.
struct PublishFinished {};

/// The player wants no more, or more again.
struct PauseRequested {
    bool isPaused = false;
};

/// closeStream or deleteStream of the stream that was played.
struct PlayFinished {};

using ServerEvent =
    std::variant<PublishRequested, PlayRequested, StreamEvent, PublishFinished, PauseRequested, PlayFinished>;

/// The server's side of one RTMP connection, without I/O: bytes go in, events and bytes to send come out. It
/// answers by itself what needs no decision. Owned and used by one connection.
class ServerPeer {
public:
    enum class State : std::uint8_t { Handshake, BeforeConnect, Connected, Deciding, Publishing, Playing };

    /// `mediaLimit`: bytes of one media message once a publication is accepted.
    explicit ServerPeer(std::size_t mediaLimit);

    /// The bytes must stay where they are until next() has returned nothing or a request to decide.
    void feed(ByteView bytes) { link_.feed(bytes); }
    /// What came next; nothing where more bytes are needed. After an error send what takeOutput() has, and
    /// close.
    Result<std::optional<ServerEvent>> next();
    [[nodiscard]] Bytes takeOutput() { return link_.takeOutput(); }
    [[nodiscard]] State state() const { return state_; }

    /// Answers a PublishRequested.
    void acceptPublish();
    /// Answers a PlayRequested; frames may follow, in chunks of kPlayChunkSize.
    void acceptPlay();
    /// Refuses the publication or the play, or ends it while on air, in the words of `reason`. Publishing:
    /// Conflict becomes NetStream.Publish.BadName, Denied NetStream.Publish.Denied, Unavailable and Timeout
    /// NetStream.Publish.Unavailable (ours: come back later), others NetStream.Publish.Rejected. Playing:
    /// NotFound becomes NetStream.Play.StreamNotFound, others NetStream.Play.Failed.
    void refuse(const Error& reason);
    /// Tells a player that the stream has ended.
    void endPlay();
    /// Asks an encoder that said it can to connect again, at `url` where that is not empty.
    void requestReconnect(const std::string& url);
    /// Asks for a sign of life; the answer is read over.
    void ping(std::uint32_t milliseconds) {
        link_.sendUserControl(control::Event::PingRequest, milliseconds);
    }

private:
    using Event = std::optional<ServerEvent>;

    Result<Event> handle(Message message);
    Result<Event> handleCommand(const Message& message);
    Result<Event> handleConnect(const Command& command);
    void welcome(const Command& command);
    Result<Event> handlePublish(const Command& command, std::uint32_t streamId);
    Result<Event> handleCreateStream(const Command& command);
    Result<Event> handlePlay(const Command& command, std::uint32_t streamId);
    Event handlePause(const Command& command);
    Event handleStreamEnd(const Command& command);
    Result<Event> handleStreamMessage(Message message);
    void answerOther(const Command& command);
    void answer(const Command& command, amf0::Value object, amf0::Value information);
    void sendStatus(amf0::Object information);

    State state_ = State::Handshake;
    MessageLink<ServerHandshake> link_;
    std::size_t mediaLimit_;
    StreamInbox inbox_;
    std::string app_;
    std::string client_;  ///< flashVer, fit to be shown
    Capabilities capabilities_;
    std::uint32_t streams_ = 0;  ///< made by createStream; their ids count from 1
    std::uint32_t stream_ = 0;   ///< the one that is published or played
    bool isToPlay_ = false;      ///< while deciding, and after it
};

}  // namespace footlight::rtmp
