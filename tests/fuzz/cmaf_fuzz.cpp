#include "core/base/byte_reader.h"
#include "core/media/cmaf/init_reader.h"
#include "core/media/cmaf/progressive_file.h"
#include "core/media/cmaf/segment_index.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

// The first two bytes are the length of an initialisation section; a segment follows it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ByteReader reader(ByteView(data, size));
    const ByteView initSection = reader.take(reader.u16());
    const ByteView segment = reader.rest();
    const auto init = media::readInitSection(initSection);
    if (!reader.ok() || !init) {
        return 0;
    }
    const auto index = media::indexSegment(*init, segment);
    if (!index) {
        fuzz::require(!index.error().message().empty());
        return 0;
    }
    for (const auto& fragment : index->fragments) {
        for (const auto& run : fragment) {
            for (const auto& sample : run.samples) {
                fuzz::require(sample.offset <= segment.size() &&
                              sample.size <= segment.size() - sample.offset);
            }
        }
    }
    media::ProgressiveBuilder builder;
    builder.add(*init, *index, media::Continuity::Continues);
    builder.add(*init, *index, media::Continuity::Breaks);
    if (const auto file = builder.build()) {
        std::uint64_t bytes = file->head->size();
        for (const auto& range : file->ranges) {
            fuzz::require(range.segment < 2 && range.offset + range.size <= segment.size());
            bytes += range.size;
        }
        fuzz::require(bytes == file->size);
    }
    return 0;
}
