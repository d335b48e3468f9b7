#include "core/capture/local_copy/copy_cutter.h"

#include <fstream>
#include <optional>
#include <vector>

#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/data_message.h"

namespace footlight::capture {
namespace {

namespace flv = media::flv;
using std::chrono::milliseconds;

constexpr std::size_t kBlock = 256U << 10U;
/// A copy may end this much before the stretch does: the last frames of a broadcast.
constexpr milliseconds kMissingAtMost{1000};
/// What the file system says of the end of a file is by another clock.
constexpr std::chrono::seconds kClockDoubt{5};

std::optional<UtcTime> clockOf(const flv::FileTag& tag) {
    if (tag.type != flv::FileTagType::Data) {
        return std::nullopt;
    }
    rtmp::Message message;
    message.header.type = rtmp::MessageType::DataAmf0;
    message.payload = tag.body;
    const auto data = rtmp::readData(message);
    return data ? rtmp::readCaptureClock(*data) : std::nullopt;
}

bool isConfiguration(const flv::FileTag& tag) {
    if (tag.type == flv::FileTagType::Data) {
        return false;
    }
    const auto parts =
        tag.type == flv::FileTagType::Video ? flv::parseVideo(tag.body) : flv::parseAudio(tag.body);
    return parts && !parts->empty() && parts->front().kind == flv::TagKind::Configuration;
}

/// Takes the tags of a copy in order and keeps those of the stretch.
class Cutter {
public:
    Cutter(UtcTime from, UtcTime until, std::ofstream& to) : from_(from), until_(until), to_(to) {}

    /// False once all of the stretch was seen.
    bool take(const flv::FileTag& tag) {
        if (const auto clock = clockOf(tag)) {
            anchor_ = {*clock, tag.time};
            if (*clock >= until_ && isWriting_) {
                isComplete_ = true;
                return false;
            }
            if (*clock <= from_) {
                held_.clear();
                isWriting_ = true;
            }
        }
        if (isConfiguration(tag)) {
            (tag.type == flv::FileTagType::Video ? video_ : audio_) = tag;
        }
        if (isWriting_) {
            keep(tag);
        }
        return true;
    }

    [[nodiscard]] bool isComplete() const {
        return isComplete_ || (hasBegun_ && last_ + kMissingAtMost >= until_);
    }
    [[nodiscard]] bool isWritten() const { return to_.good(); }

private:
    struct Anchor {
        UtcTime utc{};
        milliseconds time{};
    };

    /// Until the stretch begins only the newest group of pictures is held.
    void keep(const flv::FileTag& tag) {
        last_ = anchor_.utc + (tag.time - anchor_.time);
        if (hasBegun_) {
            put(tag);
            return;
        }
        held_.push_back(tag);
        if (last_ >= from_) {
            hasBegun_ = true;
            begin();
        }
    }

    void begin() {
        const Bytes header = flv::fileHeader(video_.has_value(), audio_.has_value());
        to_.write(reinterpret_cast<const char*>(header.data()), static_cast<std::streamsize>(header.size()));
        for (auto* configuration : {&video_, &audio_}) {
            if (*configuration) {
                (*configuration)->time = held_.front().time;
                put(**configuration);
            }
        }
        for (const auto& tag : held_) {
            put(tag);
        }
        held_.clear();
    }

    void put(const flv::FileTag& tag) {
        if (const auto bytes = flv::fileTag(tag.type, tag.time, tag.body)) {
            to_.write(reinterpret_cast<const char*>(bytes->data()),
                      static_cast<std::streamsize>(bytes->size()));
        }
    }

    UtcTime from_;
    UtcTime until_;
    std::ofstream& to_;
    std::optional<flv::FileTag> video_;
    std::optional<flv::FileTag> audio_;
    std::vector<flv::FileTag> held_;
    Anchor anchor_;
    UtcTime last_{};
    bool isWriting_ = false;
    bool hasBegun_ = false;
    bool isComplete_ = false;
};

Result<void> readInto(Cutter& cutter, std::ifstream& from) {
    flv::FileReader reader;
    std::vector<char> block(kBlock);
    while (from.read(block.data(), static_cast<std::streamsize>(block.size())) || from.gcount() > 0) {
        reader.feed(bytesOf(std::string_view(block.data(), static_cast<std::size_t>(from.gcount()))));
        for (;;) {
            auto tag = reader.next();
            if (!tag) {
                return fail(std::move(tag.error()));
            }
            if (!*tag) {
                break;
            }
            if (!cutter.take(**tag)) {
                return {};
            }
        }
    }
    return {};
}

}  // namespace

const KeptCopy* copyOf(const std::vector<KeptCopy>& copies, UtcTime from, UtcTime until) {
    for (auto each = copies.rbegin(); each != copies.rend(); ++each) {
        if (each->startsAt <= from && each->endsAt + kClockDoubt >= until) {
            return &*each;
        }
    }
    return nullptr;
}

Result<void> cutCopy(const std::filesystem::path& copy, UtcTime from, UtcTime until,
                     const std::filesystem::path& to) {
    std::ifstream input(copy, std::ios::binary);
    std::ofstream output(to, std::ios::binary | std::ios::trunc);
    if (!input || !output) {
        return fail(ErrorCategory::Unavailable, "copy.file",
                    "The local copy cannot be read, or " + to.string() + " cannot be written.");
    }
    Cutter cutter(from, until, output);
    if (auto read = readInto(cutter, input); !read && !cutter.isComplete()) {
        return read;
    }
    output.flush();
    if (!cutter.isWritten()) {
        return fail(ErrorCategory::Unavailable, "copy.disk_full",
                    to.string() + " cannot be written. Make room on the disk and try again.");
    }
    if (!cutter.isComplete()) {
        return fail(ErrorCategory::NotFound, "copy.not_there",
                    "The local copy does not have all of that stretch.");
    }
    return {};
}

}  // namespace footlight::capture
