#pragma once

#include "core/wire/json_reader.h"
#include "core/wire/json_writer.h"

// The bodies of toJson() and parse(), for the sources that make them of each structure: json.cpp and
// its neighbours.
namespace footlight::wire {

template <typename Message>
std::string toJson(const Message& message) {
    return boost::json::serialize(JsonWriter::write(message));
}

inline tl::expected<boost::json::value, ParseFailure> readValue(std::string_view json) {
    if (json.size() > kMaxJsonBytes) {
        return tl::unexpected(
            ParseFailure{"", "the text must be at most " + std::to_string(kMaxJsonBytes) + " bytes long"});
    }
    boost::json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    boost::json::error_code error;
    auto value = boost::json::parse({json.data(), json.size()}, error, {}, options);
    if (error == boost::json::error::too_deep) {
        return tl::unexpected(
            ParseFailure{"", "the text must nest at most " + std::to_string(kMaxJsonDepth) + " levels deep"});
    }
    if (error) {
        return tl::unexpected(ParseFailure{"", "the text must be JSON in UTF-8 (" + error.message() + ")"});
    }
    return value;
}

template <typename Message>
tl::expected<Message, ParseFailure> parse(std::string_view json) {
    const auto value = readValue(json);
    if (!value) {
        return tl::unexpected(value.error());
    }
    ParseFailure failure;
    Message message;
    if (!JsonReader(failure).readRoot(*value, message)) {
        return tl::unexpected(std::move(failure));
    }
    return message;
}

}  // namespace footlight::wire

#define FOOTLIGHT_WIRE_MESSAGE(Message)          \
    template std::string toJson(const Message&); \
    template tl::expected<Message, ParseFailure> parse(std::string_view)
