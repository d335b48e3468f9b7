#include "core/net/http/request_target.h"

#include <algorithm>
#include <array>

namespace footlight::net::http {

namespace {

constexpr std::size_t kParameterLimit = 32;

auto refuse(std::string detail) { return fail(ErrorCategory::Corrupt, "http.target", std::move(detail)); }

int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char folded = static_cast<char>(c | 0x20);
    return folded >= 'a' && folded <= 'f' ? folded - 'a' + 10 : -1;
}

/// How many bytes a UTF-8 sequence has, or 0; overlong forms, surrogates and beyond U+10FFFF are refused.
std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const bool isOverlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool isOutside = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
    return isOverlong || isOutside ? 0 : length;
}

bool isCleanText(std::string_view text) {
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const std::size_t length = utf8Length(text);
        if (length == 0 || first < 0x20 || first == 0x7F) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

Result<std::string> percentDecode(std::string_view text, bool plusIsSpace) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return refuse("a percent sign is not followed by two hexadecimal digits");
            }
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!isCleanText(decoded)) {
        return refuse("the address holds control characters or invalid UTF-8");
    }
    return decoded;
}

Result<std::string> parsePath(std::string_view raw) {
    std::string path;
    while (!raw.empty()) {
        raw.remove_prefix(1);
        const std::size_t end = std::min(raw.find('/'), raw.size());
        auto segment = percentDecode(raw.substr(0, end), false);
        if (!segment) {
            return fail(std::move(segment.error()));
        }
        if (segment->find_first_of("/\\") != std::string::npos) {
            return refuse("a path segment holds a slash or a backslash");
        }
        if (*segment == "." || *segment == "..") {
            return refuse("the path holds a dot segment");
        }
        if (segment->empty() && end < raw.size()) {
            return refuse("the path holds an empty segment (//)");
        }
        path += '/';
        path += *segment;
        raw.remove_prefix(end);
    }
    return path;
}

Result<Parameters> parseQuery(std::string_view raw) {
    Parameters parameters;
    while (!raw.empty()) {
        const std::size_t end = std::min(raw.find('&'), raw.size());
        const std::string_view pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) {
            continue;
        }
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percentDecode(pair.substr(0, equals), true);
        auto value = percentDecode(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) {
            return fail(std::move(name ? value.error() : name.error()));
        }
        if (parameters.size() == kParameterLimit) {
            return refuse("the address has over 32 parameters");
        }
        if (!parameters.emplace(std::move(*name), std::move(*value)).second) {
            return refuse("a parameter is given twice");
        }
    }
    return parameters;
}

/// Leaves the path and query of absolute-form.
std::string_view withoutAuthority(std::string_view target) {
    constexpr std::array<std::string_view, 2> kSchemes{"http://", "https://"};
    for (const std::string_view scheme : kSchemes) {
        if (target.size() > scheme.size() && equalsIgnoringCase(target.substr(0, scheme.size()), scheme)) {
            const std::size_t path = target.find('/', scheme.size());
            return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
        }
    }
    return target;
}

}  // namespace

Result<RequestTarget> parseTarget(std::string_view target) {
    target = withoutAuthority(target);
    if (target.empty() || target.front() != '/') {
        return refuse("the request's address must begin with a slash");
    }
    if (target.find('#') != std::string_view::npos) {
        return refuse("the request's address holds a fragment");
    }
    const std::size_t question = std::min(target.find('?'), target.size());
    auto path = parsePath(target.substr(0, question));
    if (!path) {
        return fail(std::move(path.error()));
    }
    auto query = parseQuery(target.substr(std::min(question + 1, target.size())));
    if (!query) {
        return fail(std::move(query.error()));
    }
    return RequestTarget{std::move(*path), std::move(*query)};
}

}  // namespace footlight::net::http
