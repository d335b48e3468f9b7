#include "core/wire/nonce.h"

#include <boost/json.hpp>

#include "core/wire/json.h"

namespace footlight::wire {

std::optional<std::string> nonceIn(std::string_view json) {
    constexpr std::size_t kLongest = 64;
    boost::json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    boost::json::error_code error;
    const auto value = json.size() > kMaxJsonBytes
                           ? boost::json::value()
                           : boost::json::parse({json.data(), json.size()}, error, {}, options);
    const auto* object = error ? nullptr : value.if_object();
    const auto* nonce = object != nullptr ? object->if_contains("nonce") : nullptr;
    const auto* text = nonce != nullptr ? nonce->if_string() : nullptr;
    if (text == nullptr || text->empty() || text->size() > kLongest) {
        return std::nullopt;
    }
    return std::string(text->data(), text->size());
}

}  // namespace footlight::wire
