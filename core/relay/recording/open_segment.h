#pragma once

#include <optional>

#include "core/relay/ports/blob_store.h"
#include "core/relay/recording/journal.h"

namespace footlight::relay::recording {

/// What is whole of a segment that was being written when its process died: its complete fragments (moof and
/// mdat). Nothing where there is none.
std::optional<KeptSegment> recoverSegment(BlobStore& store, const std::string& folder,
                                          const OpenSegment& open);

}  // namespace footlight::relay::recording
