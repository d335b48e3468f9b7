#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>

#include "core/base/error.h"

namespace spdlog::sinks {
class sink;
}

namespace footlight {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// A log line carries the prefixes of its parents: `[rtmp] [conn 10.0.0.7] published`. Made in `app/`, handed
/// down by value, cheap to copy. Any thread. Stream keys and tokens inside URLs are masked at the sink, and
/// control characters escaped: text from others makes no lines of its own.
class Logger {
public:
    /// Writes to standard error from `level` on.
    static Logger toStandardError(LogLevel level);
    /// Swallows everything: for tests.
    static Logger silent();

    /// A logger that puts `[prefix]` behind ours.
    [[nodiscard]] Logger child(std::string_view prefix) const;

    template <typename... Args>
    void debug(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::Debug, format, std::forward<Args>(args)...);
    }
    template <typename... Args>
    void info(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::Info, format, std::forward<Args>(args)...);
    }
    template <typename... Args>
    void warning(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::Warning, format, std::forward<Args>(args)...);
    }
    template <typename... Args>
    void error(fmt::format_string<Args...> format, Args&&... args) const {
        write(LogLevel::Error, format, std::forward<Args>(args)...);
    }

private:
    Logger(std::shared_ptr<spdlog::sinks::sink> sink, LogLevel level, std::string prefix);

    template <typename... Args>
    void write(LogLevel level, fmt::format_string<Args...> format, Args&&... args) const {
        if (sink_ && level >= level_) {
            writeLine(level, fmt::format(format, std::forward<Args>(args)...));
        }
    }
    void writeLine(LogLevel level, std::string_view text) const;

    std::shared_ptr<spdlog::sinks::sink> sink_;
    LogLevel level_ = LogLevel::Info;
    std::string prefix_;
};

/// Masks what follows `/live/` in RTMP URLs and the values of key, token, passphrase and streamid parameters.
std::string redactSecrets(std::string_view line);

/// Bytes below 0x20 and 0x7F as `\x0a`; everything else, UTF-8 too, as it is.
std::string escapeControls(std::string_view line);

}  // namespace footlight
