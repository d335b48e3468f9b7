#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/hls/playlist.h"
#include "core/media/types/media_time.h"

namespace footlight::hls {

/// The attribute list of one tag (RFC 8216bis 4.2): `DURATION=0.2,URI="5.0.m4s",INDEPENDENT=YES`. Views into
/// the line, which must outlive it.
class Attributes {
public:
    static Result<Attributes> parse(std::string_view list);

    /// Without the quotes; nothing where the attribute is absent.
    [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] bool isYes(std::string_view name) const { return value(name) == "YES"; }
    /// Corrupt where it is absent.
    [[nodiscard]] Result<std::string> required(std::string_view name) const;
    [[nodiscard]] Result<std::uint64_t> integer(std::string_view name) const;
    [[nodiscard]] Result<media::MediaTime> seconds(std::string_view name) const;
    /// Zero where it is absent.
    [[nodiscard]] Result<media::MediaTime> optionalSeconds(std::string_view name) const;

private:
    std::vector<std::pair<std::string_view, std::string_view>> values_;
};

/// "2.00000" as a time: not negative, below 10^6 seconds.
Result<media::MediaTime> parseSeconds(std::string_view text);
Result<std::uint64_t> parseInteger(std::string_view text);
/// `n[@o]`.
Result<ByteRange> parseByteRange(std::string_view text);
/// ISO 8601 as EXT-X-PROGRAM-DATE-TIME has it: `2026-11-21T09:14:03.250Z` or with `+01:00` at its end.
Result<UtcTime> parseDateTime(std::string_view text);

}  // namespace footlight::hls
