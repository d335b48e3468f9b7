#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace footlight {

/// UTC in milliseconds: the time of every message on the wire and every row in the database.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;
using SteadyTime = std::chrono::steady_clock::time_point;

/// Where time comes from. Injected, so that a test owns it. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime utcNow() const = 0;
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcTime utcNow() const override;
    [[nodiscard]] SteadyTime steadyNow() const override;
};

inline std::int64_t toMilliseconds(UtcTime time) { return time.time_since_epoch().count(); }
inline UtcTime utcFromMilliseconds(std::int64_t milliseconds) {
    return UtcTime{std::chrono::milliseconds{milliseconds}};
}

/// "2026-11-21T09:14:03.250Z" (RFC 3339).
std::string toIso8601(UtcTime time);

}  // namespace footlight
