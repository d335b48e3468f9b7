#include "core/media/cmaf/box_reader.h"

namespace footlight::media {

std::optional<BoxHead> readBoxHead(ByteView bytes) {
    ByteReader reader(bytes);
    BoxHead head;
    head.size = reader.u32();
    head.type = reader.u32();
    if (head.size == 1) {
        head.size = reader.u64();
        head.headSize = kBoxHeadSize;
    }
    if (!reader.ok() || (head.size != 0 && head.size < head.headSize)) {
        return std::nullopt;
    }
    return head;
}

std::optional<Box> BoxReader::next() {
    if (rest_.empty() || !ok_) {
        return std::nullopt;
    }
    const auto head = readBoxHead(rest_);
    const auto size = head && head->size != 0 ? head->size : rest_.size();
    if (!head || size > rest_.size() || size < head->headSize) {
        ok_ = false;
        return std::nullopt;
    }
    const Box box{head->type, rest_.subspan(head->headSize, size - head->headSize)};
    rest_ = rest_.subspan(size);
    return box;
}

std::optional<ByteView> findBox(ByteView bytes, std::uint32_t type) {
    BoxReader reader(bytes);
    while (const auto box = reader.next()) {
        if (box->type == type) {
            return box->body;
        }
    }
    return std::nullopt;
}

}  // namespace footlight::media
