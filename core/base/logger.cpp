#include "core/base/logger.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace footlight {
namespace {

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return spdlog::level::debug;
        case LogLevel::Info:
            return spdlog::level::info;
        case LogLevel::Warning:
            return spdlog::level::warn;
        case LogLevel::Error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

constexpr std::string_view kMask = "***";

/// Where the value that begins at `from` ends.
std::size_t valueEnd(std::string_view line, std::size_t from) {
    const auto end = line.find_first_of(" \t\r\n\"'&,;)]}?", from);
    return end == std::string_view::npos ? line.size() : end;
}

std::string maskAfter(std::string_view line, std::string_view marker) {
    std::string out;
    std::size_t at = 0;
    for (auto found = line.find(marker); found != std::string_view::npos; found = line.find(marker, at)) {
        const auto from = found + marker.size();
        const auto end = valueEnd(line, from);
        out += line.substr(at, from - at);
        out += end > from ? kMask : std::string_view{};
        at = end;
    }
    return out += line.substr(at);
}

std::string maskRtmpKeys(std::string_view line) {
    std::string out;
    std::size_t at = 0;
    for (auto found = line.find("rtmp", at); found != std::string_view::npos; found = line.find("rtmp", at)) {
        const auto end = valueEnd(line, found);
        const auto url = line.substr(found, end - found);
        const auto scheme = url.find("://");
        const auto key = scheme == std::string_view::npos ? scheme : url.rfind('/');
        const bool hasKey = key != std::string_view::npos && key > url.find('/', scheme + 3);
        out += line.substr(at, found - at);
        out += hasKey ? std::string(url.substr(0, key + 1)).append(kMask) : std::string(url);
        at = end;
    }
    return out += line.substr(at);
}

}  // namespace

std::string redactSecrets(std::string_view line) {
    constexpr std::array<std::string_view, 5> kMarkers = {
        "key=", "token=", "passphrase=", "streamid=", "password="};
    std::string redacted = maskRtmpKeys(line);
    for (const auto marker : kMarkers) {
        redacted = maskAfter(redacted, marker);
    }
    return redacted;
}

std::string escapeControls(std::string_view line) {
    std::string escaped;
    escaped.reserve(line.size());
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            escaped += c;
        } else {
            fmt::format_to(std::back_inserter(escaped), "\\x{:02x}", byte);
        }
    }
    return escaped;
}

Logger::Logger(std::shared_ptr<spdlog::sinks::sink> sink, LogLevel level, std::string prefix)
    : sink_(std::move(sink)), level_(level), prefix_(std::move(prefix)) {}

Logger Logger::toStandardError(LogLevel level) {
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    sink->set_formatter(std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %-5!l %v",
                                                                    spdlog::pattern_time_type::utc));
    return {std::move(sink), level, {}};
}

Logger Logger::silent() { return {nullptr, LogLevel::Error, {}}; }

Logger Logger::child(std::string_view prefix) const {
    return {sink_, level_, fmt::format("{}[{}] ", prefix_, prefix)};
}

void Logger::writeLine(LogLevel level, std::string_view text) const {
    const std::string line = escapeControls(redactSecrets(prefix_ + std::string(text)));
    sink_->log(spdlog::details::log_msg("", toSpdlog(level), line));
}

}  // namespace footlight
