#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::rtmp {

/// Where an encoder publishes: rtmp://host/<app>/<key>.
struct StreamName {
    std::string app;
    std::string key;
};

/// Puts the application of `connect` and the name of `publish` together: encoders divide the path
/// differently, and add slashes and queries. Both parts are 1-128 of [A-Za-z0-9_-] (RELIABILITY L7); Invalid
/// otherwise.
Result<StreamName> parseStreamName(std::string_view app, std::string_view name);

/// True for an application that parseStreamName might take.
bool isPlausibleApp(std::string_view app);

/// The value of `field` in the query of "name?field=value&..."; empty where there is none. As it was sent.
std::string queryValue(std::string_view name, std::string_view field);

/// Text of others for logs and messages: printable ASCII, cut to `limit` bytes.
std::string printable(std::string_view text, std::size_t limit);

}  // namespace footlight::rtmp
