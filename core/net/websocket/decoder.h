#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/net/websocket/close_code.h"
#include "core/net/websocket/frame.h"
#include "core/net/websocket/utf8.h"

namespace footlight::net::websocket {

/// Takes apart what a client sends, strictly (RFC 6455 5 to 8): text messages and control frames, each
/// masked, no extension. Bytes in, events out; of a connection between two messages it keeps nothing.
class Decoder {
public:
    enum class Step : std::uint8_t {
        NeedMore,
        Text,
        Ping,
        Pong,
        Close,   ///< nothing comes after it
        Failed,  ///< the connection is to be closed with code(); nothing comes after it
    };

    /// `limit`: bytes of a message, fragments together.
    explicit Decoder(std::uint32_t limit) : limit_(limit) {}

    /// What has arrived, after next() said NeedMore. It is unmasked where it lies, and must lie there until
    /// NeedMore or hold().
    void feed(std::span<std::uint8_t> bytes);
    [[nodiscard]] Step next();
    /// Copies what was fed and not yet taken: next() goes on with it later.
    void hold();

    /// Of a Text the message, of a Ping or Pong its data, of a Close its reason. Until the next call.
    [[nodiscard]] std::string_view payload() const { return payload_; }
    /// Of a Close the client's, NoStatus where it gave none; of a Failed the one to close with.
    [[nodiscard]] CloseCode code() const { return code_; }
    /// What was wrong, for the close frame's reason.
    [[nodiscard]] std::string_view problem() const { return payload_; }

private:
    struct Head {
        bool isFinal = false;
        Opcode opcode = Opcode::Continuation;
        std::size_t size = 0;  ///< of the header with its mask
        std::uint64_t length = 0;
    };
    enum class Read : std::uint8_t { Whole, Partial, Wrong };

    Read readHead(Head& head);
    Read readLength(Head& head);
    [[nodiscard]] const char* problemOf(const Head& head) const;
    Step take(const Head& head);
    Step takeData(const Head& head, std::span<std::uint8_t> payload);
    Step takeClose(std::span<std::uint8_t> payload);
    Step failed(CloseCode code, std::string_view problem);
    void drop();

    std::span<std::uint8_t> rest_;  ///< in what was fed, or in held_
    std::string_view payload_;
    std::string held_;
    std::string message_;  ///< fragments of a message that is not whole
    std::uint32_t limit_;
    CloseCode code_ = CloseCode::NoStatus;
    Utf8Check utf8_;
    bool isInMessage_ = false;
    bool isMessageGiven_ = false;  ///< message_ was the payload of the last event
    bool isOver_ = false;
};

}  // namespace footlight::net::websocket
