#include "core/accounts/name.h"

#include <algorithm>

namespace footlight::accounts {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 25;

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

Result<> checkName(std::string_view name) {
    if (name.size() < kShortest || name.size() > kLongest || !std::ranges::all_of(name, isNameCharacter)) {
        return fail(ErrorCategory::Invalid, "account.name",
                    "A name has 3 to 25 characters of A-Z a-z 0-9 _ and -.");
    }
    return {};
}

std::string foldName(std::string_view name) {
    std::string folded(name);
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

std::string nameFrom(std::string_view text) {
    std::string name;
    std::ranges::copy_if(text, std::back_inserter(name), isNameCharacter);
    name.resize(std::min(name.size(), kLongest));
    return name.size() < kShortest ? "owner" : name;
}

}  // namespace footlight::accounts
