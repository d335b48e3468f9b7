#include "core/rtmp/protocol/chunk_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/byte_reader.h"

namespace footlight::rtmp {

namespace {

constexpr std::size_t kKeptCapacity = 4 * 1024;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "rtmp.chunk", std::move(message));
}

tl::unexpected<Error> overLimit(std::string message) {
    return fail(ErrorCategory::Unsupported, "rtmp.limit", std::move(message));
}

bool isMedia(MessageType type) {
    return type == MessageType::Audio || type == MessageType::Video || type == MessageType::Aggregate;
}

}  // namespace

void ChunkReader::feed(ByteView bytes) {
    if (kept_.empty()) {
        input_ = bytes;
        return;
    }
    keep();
    kept_.insert(kept_.end(), bytes.begin(), bytes.end());
    input_ = kept_;
}

void ChunkReader::keep() {
    Bytes rest(input_.begin(), input_.end());
    if (rest.empty() && kept_.capacity() <= kKeptCapacity) {
        kept_.clear();
    } else {
        kept_ = std::move(rest);
    }
    input_ = kept_;
}

Result<std::optional<Message>> ChunkReader::next() {
    for (;;) {
        if (!isInChunk_) {
            const auto begun = beginChunk();
            if (!begun) {
                return fail(begun.error());
            }
            if (!*begun) {
                keep();
                return std::nullopt;
            }
        }
        takePayload();
        if (chunkRemaining_ > 0) {
            keep();
            return std::nullopt;
        }
        isInChunk_ = false;
        ChunkStream& stream = streams_[current_];
        if (stream.payload.size() < stream.length) {
            continue;
        }
        auto message = finishMessage(stream);
        if (!message || *message) {
            return message;
        }
    }
}

/// False where the header is not all there yet.
Result<bool> ChunkReader::beginChunk() {
    const auto header = readChunkHeader(input_);
    if (!header) {
        return false;
    }
    const auto found = streamFor(*header);
    if (!found) {
        return fail(found.error());
    }
    ChunkStream& stream = **found;
    std::size_t size = header->size;
    if (header->format == 3 && stream.extendedTime) {
        const Repeated repeated = repeatsExtendedTime(stream, input_.subspan(size));
        if (repeated == Repeated::Unknown) {
            return false;
        }
        size += repeated == Repeated::Yes ? 4 : 0;
    }
    if (!stream.isUnderWay) {
        if (auto begun = beginMessage(stream, *header); !begun) {
            return fail(std::move(begun.error()));
        }
    } else if (header->format != 3) {
        return corrupt(fmt::format("a new message began on chunk stream {} inside another one", stream.id));
    }
    input_ = input_.subspan(size);
    current_ = static_cast<std::size_t>(&stream - streams_.data());
    chunkRemaining_ = std::min(chunkSize_, stream.length - stream.payload.size());
    isInChunk_ = true;
    return true;
}

Result<ChunkReader::ChunkStream*> ChunkReader::streamFor(const ChunkHeader& header) {
    const auto found = std::find_if(streams_.begin(), streams_.end(), [&](const ChunkStream& stream) {
        return stream.id == header.chunkStream;
    });
    if (found != streams_.end()) {
        found->lastUse = ++uses_;
        return &*found;
    }
    // Format 1 to begin with: some senders of pings do so on chunk stream 2.
    if (header.format > 1) {
        return corrupt(fmt::format("chunk stream {} began without a full header", header.chunkStream));
    }
    return addStream(header);
}

Result<ChunkReader::ChunkStream*> ChunkReader::addStream(const ChunkHeader& header) {
    ChunkStream fresh;
    fresh.id = header.chunkStream;
    fresh.lastUse = ++uses_;
    if (streams_.size() < limits_.chunkStreams) {
        streams_.push_back(std::move(fresh));
        return &streams_.back();
    }
    // The chunk stream that rested longest makes room; its sender must begin it with a full header again.
    ChunkStream* oldest = nullptr;
    for (ChunkStream& stream : streams_) {
        if (!stream.isUnderWay && (oldest == nullptr || stream.lastUse < oldest->lastUse)) {
            oldest = &stream;
        }
    }
    if (oldest == nullptr) {
        return overLimit(fmt::format("over {} chunk streams are in use at a time", limits_.chunkStreams));
    }
    *oldest = std::move(fresh);
    return oldest;
}

/// Old librtmp leaves the extended timestamp out of format 3, others repeat it: so it is there where the next
/// four bytes are what it would be.
ChunkReader::Repeated ChunkReader::repeatsExtendedTime(const ChunkStream& stream,
                                                       ByteView behindHeader) const {
    for (const std::uint32_t expected : {*stream.extendedTime, stream.header.timestamp}) {
        bool matches = true;
        for (std::size_t i = 0; i < std::min<std::size_t>(4, behindHeader.size()); ++i) {
            matches = matches && behindHeader[i] == static_cast<std::uint8_t>(expected >> (24 - 8 * i));
        }
        if (matches) {
            return behindHeader.size() >= 4 ? Repeated::Yes : Repeated::Unknown;
        }
    }
    return Repeated::No;
}

Result<void> ChunkReader::beginMessage(ChunkStream& stream, const ChunkHeader& header) {
    if (header.format < 2) {
        stream.length = header.length;
        stream.header.type = header.type;
    }
    if (header.format == 0) {
        stream.header.streamId = header.streamId;
        stream.header.timestamp = header.time;
        stream.delta = 0;
    } else {
        stream.delta = header.format == 3 ? stream.delta : header.time;
        stream.header.timestamp += stream.delta;
    }
    if (header.format < 3) {
        stream.extendedTime = header.isExtended ? std::optional(header.time) : std::nullopt;
    }
    const std::size_t limit = isMedia(stream.header.type) ? limits_.media : limits_.other;
    if (stream.length > limit) {
        return overLimit(fmt::format("a message of type {} with {} bytes was announced; {} are taken",
                                     static_cast<int>(stream.header.type), stream.length, limit));
    }
    if (unfinished_ + stream.length > limits_.unfinished) {
        return overLimit(
            fmt::format("messages of over {} bytes are under way at a time", limits_.unfinished));
    }
    unfinished_ += stream.length;
    stream.isUnderWay = true;
    return {};
}

void ChunkReader::takePayload() {
    const std::size_t count = std::min(chunkRemaining_, input_.size());
    const ByteView taken = input_.first(count);
    Bytes& payload = streams_[current_].payload;
    payload.insert(payload.end(), taken.begin(), taken.end());
    input_ = input_.subspan(count);
    chunkRemaining_ -= count;
}

Result<std::optional<Message>> ChunkReader::finishMessage(ChunkStream& stream) {
    stream.isUnderWay = false;
    unfinished_ -= stream.length;
    Message message{stream.header, std::exchange(stream.payload, {})};
    switch (stream.header.type) {
        case MessageType::SetChunkSize: {
            auto set = setChunkSize(message.payload);
            if (!set) {
                return fail(std::move(set.error()));
            }
            return std::nullopt;
        }
        case MessageType::Abort:
            abort(message.payload);
            return std::nullopt;
        default:
            return message;
    }
}

Result<void> ChunkReader::setChunkSize(ByteView payload) {
    ByteReader reader(payload);
    const std::uint32_t size = reader.u32();
    if (!reader.ok() || size == 0 || size > 0x7FFFFFFF) {
        return corrupt("a chunk size was set that is no size");
    }
    chunkSize_ = std::min<std::size_t>(size, kLongestMessage);
    return {};
}

void ChunkReader::abort(ByteView payload) {
    ByteReader reader(payload);
    const std::uint32_t id = reader.u32();
    for (ChunkStream& stream : streams_) {
        if (reader.ok() && stream.id == id && stream.isUnderWay) {
            stream.isUnderWay = false;
            unfinished_ -= stream.length;
            stream.payload = Bytes();
        }
    }
}

}  // namespace footlight::rtmp
