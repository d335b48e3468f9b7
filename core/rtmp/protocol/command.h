#pragma once

#include <string>
#include <vector>

#include "core/rtmp/protocol/amf0.h"
#include "core/rtmp/protocol/message.h"

namespace footlight::rtmp {

/// A remote call or its answer (RTMP 1.0 7.2).
struct Command {
    std::string name;
    double transaction = 0;  ///< 0: no answer is wanted
    amf0::Value object;      ///< null for most
    std::vector<amf0::Value> arguments;

    /// The n-th argument where it is a text or a number, else null.
    [[nodiscard]] const std::string* text(std::size_t index) const;
    [[nodiscard]] const double* number(std::size_t index) const;
    /// `name` of the n-th argument where that is an object with such a text, else empty.
    [[nodiscard]] std::string textIn(std::size_t index, std::string_view name) const;
};

/// Reads messages of type 20, and of type 17 behind their zero byte. Corrupt where there is no name.
Result<Command> readCommand(const Message& message);
Bytes writeCommand(const Command& command);

/// The information object of onStatus, _result and _error (RTMP 1.0 7.2.2).
amf0::Object status(std::string_view level, std::string_view code, std::string_view description);

}  // namespace footlight::rtmp
