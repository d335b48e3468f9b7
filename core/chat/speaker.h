#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight::chat {

/// What one user has said lately in one room: the rate of RELIABILITY L18 (5 at once, 20 in 30 s), the same
/// text at most 3 times in 30 s, and which nonces are already posted. Owned by its Room.
class Speaker {
public:
    static constexpr std::chrono::seconds kWindow{30};
    static constexpr std::chrono::minutes kNonceLife{2};

    /// Denied with the wait in its message; a line that is refused does not count. `pause` is what a slow
    /// room wants between two lines.
    Result<> admit(std::string_view text, std::chrono::seconds pause, SteadyTime now);
    /// Notes what was posted under `nonce`.
    void posted(std::string nonce, MessageId id, SteadyTime now);
    /// The message that was posted under this nonce in the last two minutes.
    [[nodiscard]] std::optional<MessageId> find(std::string_view nonce, SteadyTime now) const;
    /// What was posted under `nonce` could not be kept: the same nonce may post again.
    void forget(std::string_view nonce);
    /// Nothing about this user matters any more, in a room of this pause.
    [[nodiscard]] bool isIdle(std::chrono::seconds pause, SteadyTime now) const;

private:
    struct Line {
        SteadyTime at;
        std::size_t textHash;
    };
    struct Posted {
        SteadyTime at;
        std::string nonce;
        MessageId id;
    };

    void forgetOld(SteadyTime now);

    std::deque<Line> lines_;
    std::optional<SteadyTime> spokeAt_;
    std::deque<Posted> posted_;
};

}  // namespace footlight::chat
