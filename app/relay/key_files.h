#pragma once

#include "app/shared/settings.h"
#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::app {

/// The keys of the data folder: files of their owner alone (0600), made where they are missing. Whoever has
/// the database without them has no stream key of another service, and makes no token.
struct KeyFiles {
    Secret sealing;  ///< `seal.key`: what is sealed in the database
    Secret media;    ///< `media.key`: tokens of protected media, of hub and origin

    /// Unavailable where the folder cannot be used, Corrupt where a file holds no key.
    static Result<KeyFiles> open(const Settings& settings);
};

}  // namespace footlight::app
