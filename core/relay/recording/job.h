#pragma once

#include <string>
#include <variant>

#include "core/relay/ports/archive.h"

namespace footlight::relay::recording {

// What a stream asks of its recorder, in order.

struct DescribeJob {
    BroadcastRecord record;
};
struct InitJob {
    std::string rendition;
    std::string name;
    SharedBytes bytes;
};
struct BeginJob {
    std::string rendition;
    SegmentHead head;
};
struct PartJob {
    std::string rendition;
    ArchivedPart part;
};
/// A part that found no place in the queue.
struct LostJob {
    std::string rendition;
    media::MediaTime duration{};
};
struct CloseJob {
    std::string rendition;
};
struct EndJob {
    UtcTime at{};
};

using Job = std::variant<DescribeJob, InitJob, BeginJob, PartJob, LostJob, CloseJob, EndJob>;

}  // namespace footlight::relay::recording
