#include "core/relay/vod/fill_reader.h"

#include <algorithm>

#include "core/media/bitstream/codec_description.h"
#include "core/rtmp/protocol/data_message.h"

namespace footlight::relay::vod {

namespace flv = media::flv;
using media::MediaKind;
using media::MediaTime;

Result<std::optional<FillFrame>> FillReader::next() {
    while (frames_.empty() && !isOver_) {
        auto more = readTag();
        if (!more) {
            return fail(std::move(more.error()));
        }
        isOver_ = isOver_ || !*more;
    }
    if (frames_.empty()) {
        return std::optional<FillFrame>{};
    }
    auto frame = std::move(frames_.front());
    frames_.pop_front();
    return std::optional(std::move(frame));
}

/// False at the end of the file.
Result<bool> FillReader::readTag() {
    constexpr std::uint64_t kBlock = 256 * 1024;
    for (;;) {
        auto tag = reader_.next();
        if (!tag) {
            return fail(std::move(tag.error()));
        }
        if (*tag) {
            if ((*tag)->type == flv::FileTagType::Data) {
                takeData(**tag);
                return true;
            }
            auto taken = takeMedia(**tag);
            return taken ? Result<bool>(true) : fail(std::move(taken.error()));
        }
        Bytes block(static_cast<std::size_t>(std::min(kBlock, file_.size - position_)));
        if (block.empty()) {
            return false;
        }
        if (auto read = readInto(file_, position_, block); !read) {
            return fail(std::move(read.error()));
        }
        position_ += block.size();
        reader_.feed(block);
    }
}

void FillReader::takeData(const flv::FileTag& file) {
    const rtmp::Message message{{rtmp::MessageType::DataAmf0, 0, 0}, file.body};
    const auto data = rtmp::readData(message);
    if (const auto utc = data ? rtmp::readCaptureClock(*data) : std::nullopt) {
        mark_ = Mark{file.time, *utc};
    }
}

Result<> FillReader::takeMedia(const flv::FileTag& file) {
    const bool isVideo = file.type == flv::FileTagType::Video;
    const auto tags = isVideo ? flv::parseVideo(file.body) : flv::parseAudio(file.body);
    if (!tags) {
        return fail(tags.error());
    }
    for (const auto& tag : *tags) {
        if (tag.track != 0) {
            continue;
        }
        if (tag.kind == flv::TagKind::Configuration) {
            if (auto configured = configure(tag); !configured) {
                return configured;
            }
        } else if (tag.kind == flv::TagKind::Frame) {
            takeFrame(file, tag);
        }
    }
    return {};
}

Result<> FillReader::configure(const flv::Tag& tag) {
    const auto before = tracks_;
    if (media::kindOf(tag.codec) == MediaKind::Video) {
        auto track = media::videoTrackOf(tag.codec, tag.payload);
        if (!track) {
            return fail(std::move(track.error()));
        }
        tracks_.video = std::move(*track);
    } else {
        auto track = media::audioTrackOf(tag.codec, tag.payload);
        if (!track) {
            return fail(std::move(track.error()));
        }
        tracks_.audio = std::move(*track);
    }
    if (hasBegun_ && !(tracks_ == before)) {
        return fail(ErrorCategory::Unsupported, "vod.fill_changes",
                    "the recording changes its codec or its shape within the hole: send it in two parts");
    }
    return {};
}

void FillReader::takeFrame(const flv::FileTag& file, const flv::Tag& tag) {
    if (!mark_) {
        return;
    }
    const auto kind = media::kindOf(tag.codec);
    const MediaTime dts = MediaTime(file.time) + tag.timeOffset;
    const MediaTime pts = dts + tag.compositionOffset;
    const auto captured = mark_->utc + std::chrono::duration_cast<std::chrono::milliseconds>(pts - mark_->at);
    const bool leads = kind == MediaKind::Video || !tracks_.video;
    if (leads && captured >= range_.to) {
        isOver_ = true;
        return;
    }
    if (captured < range_.from || captured >= range_.to) {
        return;
    }
    if (!hasBegun_ && !(leads && tag.isKeyFrame)) {
        return;
    }
    hasBegun_ = true;
    auto payload = share(Bytes(tag.payload.begin(), tag.payload.end()));
    frames_.push_back({{kind, 0, dts, pts, tag.isKeyFrame, std::move(payload)}, captured});
}

}  // namespace footlight::relay::vod
