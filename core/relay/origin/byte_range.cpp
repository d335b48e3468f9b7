#include "core/relay/origin/byte_range.h"

#include <algorithm>
#include <charconv>

namespace footlight::relay::origin {
namespace {

/// Nothing where `text` is no whole number; an empty one is absent.
bool parsePosition(std::string_view text, std::optional<std::uint64_t>& position) {
    if (text.empty()) {
        return true;
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    position = number;
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

RangeRequest RangeRequest::parse(std::string_view header, std::size_t bodySize) {
    constexpr std::string_view kUnit = "bytes=";
    const auto dash = header.find('-');
    if (!header.starts_with(kUnit) || dash == std::string_view::npos) {
        return {};
    }
    std::optional<std::uint64_t> first;
    std::optional<std::uint64_t> last;
    const bool isWellFormed = parsePosition(header.substr(kUnit.size(), dash - kUnit.size()), first) &&
                              parsePosition(header.substr(dash + 1), last);
    if (!isWellFormed || (!first && !last) || (first && last && *last < *first)) {
        return {};
    }
    if (!first) {
        // The last so many bytes.
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(*last, bodySize));
        return length == 0 ? RangeRequest{Kind::Unsatisfiable, 0, 0}
                           : RangeRequest{Kind::Range, bodySize - length, length};
    }
    if (*first >= bodySize) {
        return {Kind::Unsatisfiable, 0, 0};
    }
    const auto end = std::min<std::uint64_t>(last.value_or(bodySize - 1), bodySize - 1) + 1;
    return {Kind::Range, static_cast<std::size_t>(*first), static_cast<std::size_t>(end - *first)};
}

Pieces sliceOf(const Pieces& body, std::size_t first, std::size_t length) {
    Pieces slice;
    const auto last = first + length;
    std::size_t begin = 0;
    for (const auto& piece : body) {
        const auto end = begin + piece.size;
        const auto from = std::max(begin, first);
        const auto to = std::min<std::size_t>(end, last);
        if (from < to) {
            slice.push_back(piece.slice(from - begin, to - from));
        }
        begin = end;
    }
    return slice;
}

}  // namespace footlight::relay::origin
