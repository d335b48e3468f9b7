#include "core/relay/api/directory_place.h"

#include <charconv>

#include "core/accounts/name.h"

namespace footlight::relay::api {
namespace {

/// Takes a number and the dot behind it off the front.
std::optional<std::int64_t> takeNumber(std::string_view& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || number < 0 || length >= text.size() || text[length] != '.') {
        return std::nullopt;
    }
    text.remove_prefix(length + 1);
    return number;
}

}  // namespace

DirectoryPlace DirectoryPlace::of(const wire::DirectoryItem& item) {
    return {!item.live, -item.viewers, -item.followers, accounts::foldName(item.channel)};
}

std::optional<DirectoryPlace> DirectoryPlace::parse(std::string_view text) {
    const auto live = takeNumber(text);
    const auto viewers = live ? takeNumber(text) : std::nullopt;
    const auto followers = viewers ? takeNumber(text) : std::nullopt;
    if (!followers || *live > 1 || text.empty()) {
        return std::nullopt;
    }
    return DirectoryPlace{*live == 0, -*viewers, -*followers, std::string(text)};
}

std::string DirectoryPlace::text() const {
    return (isOffAir ? "0." : "1.") + std::to_string(-notWatching) + "." + std::to_string(-notFollowing) +
           "." + name;
}

}  // namespace footlight::relay::api
