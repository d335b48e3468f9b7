#pragma once

#include <QString>

#include "core/base/result.h"

namespace footlight::desktop {

/// Writes the whole screen, native previews included, to `<folder>/<name>.png`. Unavailable where there is no
/// screen to take or the file cannot be written.
Result<> saveScreen(const QString& folder, const QString& name);

}  // namespace footlight::desktop
