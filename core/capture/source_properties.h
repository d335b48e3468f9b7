#pragma once

#include <obs.h>

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/capture/source.h"

namespace footlight::capture {

/// The visible settings of a source in our own form, groups flattened.
std::vector<Property> readProperties(obs_source_t* source);

/// NotFound where the source has no such setting, Invalid where the value does not fit its type or bounds.
Result<void> writeProperty(obs_source_t* source, std::string_view name, const PropertyValue& value);

}  // namespace footlight::capture
