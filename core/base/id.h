#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace footlight {

/// 128 bits that sort by the time of their making (UUIDv7, RFC 9562 5.7).
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    static Uuid make(UtcTime now);
    /// Takes the 36-character form; nothing else.
    static std::optional<Uuid> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    /// When it was made (RFC 9562 5.7).
    [[nodiscard]] UtcTime time() const;

    auto operator<=>(const Uuid&) const = default;
};

/// An id of one kind of thing: a ChannelId is never taken for a UserId.
template <typename Tag>
class Id {
public:
    Id() = default;
    static Id make(UtcTime now) { return Id(Uuid::make(now)); }
    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>(Id(*uuid)) : std::nullopt;
    }
    [[nodiscard]] std::string text() const { return uuid_.text(); }
    [[nodiscard]] UtcTime time() const { return uuid_.time(); }
    auto operator<=>(const Id&) const = default;

private:
    explicit Id(Uuid uuid) : uuid_(uuid) {}
    Uuid uuid_;
};

using UserId = Id<struct UserTag>;
using ChannelId = Id<struct ChannelTag>;
using BroadcastId = Id<struct BroadcastTag>;
using MessageId = Id<struct MessageTag>;
using SessionId = Id<struct SessionTag>;
using TargetId = Id<struct TargetTag>;
using InputId = Id<struct InputTag>;

}  // namespace footlight
