#include "core/chat/speaker.h"

#include <algorithm>
#include <functional>

namespace footlight::chat {
namespace {

constexpr std::size_t kBurst = 5;
constexpr std::size_t kInWindow = 20;
constexpr std::size_t kSameText = 3;
constexpr auto kInterval = std::chrono::milliseconds{Speaker::kWindow} / kInWindow;

tl::unexpected<Error> refuse(std::string_view code, const std::string& what, SteadyTime::duration wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return fail(ErrorCategory::Denied, code, what + " Try again in " + std::to_string(seconds) + " s.");
}

}  // namespace

void Speaker::forgetOld(SteadyTime now) {
    while (!lines_.empty() && now - lines_.front().at >= kWindow) {
        lines_.pop_front();
    }
    while (!posted_.empty() && now - posted_.front().at >= kNonceLife) {
        posted_.pop_front();
    }
}

Result<> Speaker::admit(std::string_view text, std::chrono::seconds pause, SteadyTime now) {
    forgetOld(now);
    if (pause.count() > 0 && spokeAt_ && now - *spokeAt_ < pause) {
        return refuse("chat.slow",
                      "The chat is slow: one message in " + std::to_string(pause.count()) + " s.",
                      *spokeAt_ + pause - now);
    }
    if (lines_.size() >= kInWindow) {
        return refuse("chat.too_fast", "At most 20 messages in 30 s.", lines_.front().at + kWindow - now);
    }
    // Five at once, each of which frees its place again after as long as 20 in 30 s allow it.
    const auto burstSpan = kInterval * kBurst;
    if (lines_.size() >= kBurst && now - lines_[lines_.size() - kBurst].at < burstSpan) {
        return refuse("chat.too_fast", "At most 5 messages at once.",
                      lines_[lines_.size() - kBurst].at + burstSpan - now);
    }
    const auto hash = std::hash<std::string_view>{}(text);
    const auto isSame = [hash](const Line& line) { return line.textHash == hash; };
    if (static_cast<std::size_t>(std::ranges::count_if(lines_, isSame)) >= kSameText) {
        return refuse("chat.repeated", "The same message at most 3 times in 30 s.",
                      std::ranges::find_if(lines_, isSame)->at + kWindow - now);
    }
    lines_.push_back({now, hash});
    spokeAt_ = now;
    return {};
}

void Speaker::posted(std::string nonce, MessageId id, SteadyTime now) {
    posted_.push_back({now, std::move(nonce), id});
}

std::optional<MessageId> Speaker::find(std::string_view nonce, SteadyTime now) const {
    const auto found = std::ranges::find_if(
        posted_, [&](const Posted& posted) { return posted.nonce == nonce && now - posted.at < kNonceLife; });
    return found == posted_.end() ? std::nullopt : std::optional(found->id);
}

void Speaker::forget(std::string_view nonce) {
    std::erase_if(posted_, [nonce](const Posted& posted) { return posted.nonce == nonce; });
}

bool Speaker::isIdle(std::chrono::seconds pause, SteadyTime now) const {
    return (!spokeAt_ || now - *spokeAt_ >= std::max(std::chrono::seconds{kWindow}, pause)) &&
           (posted_.empty() || now - posted_.back().at >= kNonceLife);
}

}  // namespace footlight::chat
