#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/rtmp/protocol/message.h"

namespace footlight::rtmp {

inline constexpr std::uint32_t kExtendedTimestamp = 0xFFFFFF;
inline constexpr std::size_t kLongestMessage = 0xFFFFFF;

/// What stands before the payload of one chunk (RTMP 1.0 5.3.1). `format` says which fields are told: 0 all,
/// 1 all but the stream, 2 the time alone, 3 none.
struct ChunkHeader {
    int format = 0;
    std::uint32_t chunkStream = 0;
    std::uint32_t time = 0;   ///< absolute for format 0, a difference for 1 and 2; milliseconds
    bool isExtended = false;  ///< `time` came in the four bytes of an extended timestamp
    std::uint32_t length = 0;
    MessageType type{};
    std::uint32_t streamId = 0;
    std::size_t size = 0;  ///< bytes on the wire; for format 3 without an extended timestamp
};

/// Nothing where more bytes are needed; at most 18 are.
std::optional<ChunkHeader> readChunkHeader(ByteView bytes);

/// Appends it; for format 3 the extended timestamp is written where `isExtended`.
void writeChunkHeader(const ChunkHeader& header, Bytes& out);

}  // namespace footlight::rtmp
