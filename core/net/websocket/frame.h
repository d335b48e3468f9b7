#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace footlight::net::websocket {

/// RFC 6455 5.2.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A frame as a server sends it (RFC 6455 5.2: final, not masked), header and payload in one piece of memory:
/// built once, shared by all who receive it. Immutable; any thread.
class Frame {
public:
    /// `payload` of a control frame: at most 125 bytes.
    Frame(Opcode opcode, std::string_view payload);
    /// A text message: UTF-8.
    explicit Frame(std::string_view text) : Frame(Opcode::Text, text) {}

    [[nodiscard]] std::string_view payload() const { return std::string_view(bytes_).substr(headerSize_); }
    /// As they go over the wire.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
    std::uint8_t headerSize_ = 0;
};

/// What goes first when a slow reader's queue is full: reactions, then presence, then the connection.
enum class Priority : std::uint8_t { Reaction, Presence, Normal };

using SharedFrame = std::shared_ptr<const Frame>;

inline SharedFrame shareText(std::string_view text) { return std::make_shared<const Frame>(text); }

}  // namespace footlight::net::websocket
