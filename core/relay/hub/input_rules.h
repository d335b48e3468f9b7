#pragma once

#include "core/base/result.h"
#include "core/relay/ports/input_store.h"

namespace footlight::relay::hub {

/// Invalid (input.url, input.sources) with what would be right.
[[nodiscard]] Result<> checkInput(const InputRecord& input);

/// Two that listen cannot have one address.
[[nodiscard]] bool clash(const InputRecord& left, const InputRecord& right);

}  // namespace footlight::relay::hub
