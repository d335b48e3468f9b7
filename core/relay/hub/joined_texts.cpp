#include "core/relay/hub/joined_texts.h"

namespace footlight::relay::hub {

std::string JoinedTexts::Halves::with(std::int64_t viewers) const {
    const auto number = std::to_string(viewers);
    std::string text;
    text.reserve(before.size() + number.size() + behind.size());
    return text.append(before).append(number).append(behind);
}

const JoinedTexts::Halves* JoinedTexts::find(const Key& key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? nullptr : &found->second;
}

void JoinedTexts::add(Key key, std::string_view json) {
    if (texts_.size() >= kMost) {
        return;
    }
    // In a text of somebody's every quote is escaped: the first that looks like that is the member.
    constexpr std::string_view kName = R"("viewers":)";
    const auto begin = json.find(kName) + kName.size();
    const auto end = json.find_first_not_of("0123456789", begin);
    texts_.try_emplace(std::move(key),
                       Halves{std::string(json.substr(0, begin)), std::string(json.substr(end))});
}

}  // namespace footlight::relay::hub
