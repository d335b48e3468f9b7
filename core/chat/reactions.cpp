#include "core/chat/reactions.h"

#include <utility>

#include "core/chat/text.h"
#include "core/chat/words.h"

namespace footlight::chat {
namespace {

constexpr std::size_t kLongestKind = 32;  // bytes: a family of four is 25

bool isKind(const std::string& kind, const std::vector<Emote>& emotes) {
    return kind.size() <= kLongestKind && kind.find(' ') == std::string::npos && isEmotesOnly(kind, emotes);
}

}  // namespace

Result<> Reactions::add(UserId user, const std::string& kind, std::int64_t count,
                        const std::vector<Emote>& emotes) {
    if (!isKind(kind, emotes)) {
        return fail(ErrorCategory::Invalid, "reaction.kind",
                    "`kind` must be one emoji, or one of the channel's emotes as `:name:`");
    }
    if (count < 1 || count > kPerSecond) {
        return fail(ErrorCategory::Invalid, "reaction.count", "`count` must be a whole number from 1 to 10");
    }
    const auto known = byUser_.find(user);
    const auto before = known == byUser_.end() ? 0 : known->second;
    if (before + count > kPerSecond || (known == byUser_.end() && byUser_.size() >= kUsers)) {
        return fail(ErrorCategory::Denied, "reaction.too_fast", "At most 10 reactions in a second.");
    }
    byUser_[user] = before + count;
    if (counts_.size() < kKinds || counts_.contains(kind)) {
        counts_[kind] += count;
    }
    return {};
}

std::map<std::string, std::int64_t> Reactions::take() {
    byUser_.clear();
    return std::exchange(counts_, {});
}

}  // namespace footlight::chat
