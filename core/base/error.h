#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footlight {

/// What a caller can do about an error, whatever its domain.
enum class ErrorCategory : std::uint8_t {
    NeedMoreInput,  ///< not wrong: wait for more bytes
    Closed,         ///< the peer ended it
    Timeout,        ///< a deadline passed
    Denied,         ///< not allowed; another key, token or account may be
    NotFound,
    Conflict,     ///< somebody else has it (a key in use, a name taken)
    Corrupt,      ///< the input breaks its own format
    Invalid,      ///< the input is well-formed but asks for something that cannot be
    Unsupported,  ///< well-formed, and we do not do it
    Unavailable,  ///< a part that we need is not there now (disk full, relay down)
};

std::string_view toString(ErrorCategory category);

/// One failure: a category to act on, a stable code for machines, a message for people, and the contexts it
/// passed through on its way up. The message says what was wrong and, where we know, what to do.
class Error {
public:
    /// `code` is a string literal such as "rtmp.chunk_size"; it is kept by reference.
    Error(ErrorCategory category, std::string_view code, std::string message)
        : category_(category), code_(code), message_(std::move(message)) {}

    [[nodiscard]] ErrorCategory category() const { return category_; }
    [[nodiscard]] std::string_view code() const { return code_; }
    /// The sentence for people, without contexts.
    [[nodiscard]] const std::string& message() const { return message_; }

    /// Adds what was being done ("reading chunk header"); the outermost comes last.
    [[nodiscard]] Error within(std::string context) &&;

    /// For logs: "conn 12: reading chunk header: <message>".
    [[nodiscard]] std::string text() const;

private:
    ErrorCategory category_;
    std::string_view code_;
    std::string message_;
    std::vector<std::string> contexts_;
};

}  // namespace footlight
