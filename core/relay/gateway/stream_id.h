#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::relay::gateway {

/// What an SRT stream id asks for.
struct StreamName {
    std::string app = "live";  ///< or "backup"
    Secret key;
};

/// The forms that encoders send (at most 512 bytes): the key alone, `publish/KEY` or `publish:KEY`,
/// `live/KEY`, `backup/KEY`, and `#!::r=live/KEY,m=publish` (SRT access control). Invalid where it is none of
/// them, Unsupported where it asks to play.
Result<StreamName> parseStreamId(std::string_view id);

}  // namespace footlight::relay::gateway
