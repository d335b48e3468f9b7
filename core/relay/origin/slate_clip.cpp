#include "core/relay/origin/slate_clip.h"

#include <algorithm>
#include <fstream>

#include "core/media/bitstream/codec_description.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
namespace flv = media::flv;

/// A slate is meant to be short: larger ones are refused.
constexpr std::size_t kMostBytes = 32 * 1024 * 1024;
constexpr std::size_t kBlock = 256 * 1024;

Error cannotShow(std::string message) { return {ErrorCategory::Corrupt, "origin.slate", std::move(message)}; }

Result<void> addVideo(const flv::FileTag& file, const flv::Tag& tag, SlateClip& clip) {
    if (tag.kind == flv::TagKind::Configuration) {
        auto track = media::videoTrackOf(tag.codec, tag.payload);
        if (!track) {
            return fail(std::move(track.error()));
        }
        clip.tracks.video = std::move(*track);
    } else if (tag.kind == flv::TagKind::Frame) {
        const MediaTime dts = file.time;
        clip.packets.push_back({MediaKind::Video, 0, dts, dts + std::max(tag.compositionOffset, MediaTime{}),
                                tag.isKeyFrame, share(Bytes(tag.payload.begin(), tag.payload.end()))});
    }
    return {};
}

Result<void> addAudio(const flv::FileTag& file, const flv::Tag& tag, SlateClip& clip) {
    if (tag.kind == flv::TagKind::Configuration) {
        auto track = media::audioTrackOf(tag.codec, tag.payload);
        if (!track) {
            return fail(std::move(track.error()));
        }
        clip.tracks.audio = std::move(*track);
    } else if (tag.kind == flv::TagKind::Frame) {
        clip.packets.push_back({MediaKind::Audio, 0, file.time, file.time, true,
                                share(Bytes(tag.payload.begin(), tag.payload.end()))});
    }
    return {};
}

Result<void> add(const flv::FileTag& file, SlateClip& clip) {
    if (file.type == flv::FileTagType::Data) {
        return {};
    }
    const bool isVideo = file.type == flv::FileTagType::Video;
    const auto tags = isVideo ? flv::parseVideo(file.body) : flv::parseAudio(file.body);
    if (!tags) {
        return fail(tags.error());
    }
    for (const auto& tag : *tags) {
        if (auto added = isVideo ? addVideo(file, tag, clip) : addAudio(file, tag, clip); !added) {
            return added;
        }
    }
    return {};
}

/// The mean time between the frames of a kind.
MediaTime frameOf(const SlateClip& clip, MediaKind kind) {
    std::optional<MediaTime> first;
    MediaTime last{};
    std::int64_t steps = 0;
    for (const auto& packet : clip.packets) {
        if (packet.kind == kind) {
            steps += first ? 1 : 0;
            first = first.value_or(packet.dts);
            last = packet.dts;
        }
    }
    constexpr MediaTime kUsual = std::chrono::milliseconds{33};
    return steps > 0 && last > *first ? (last - *first) / steps : kUsual;
}

/// Times from zero on; the round lasts as long as its pictures, or its sound where there are none.
Result<SlateClip> finish(SlateClip clip) {
    const auto isKey = [&](const media::Packet& packet) {
        return packet.isKeyFrame && (packet.kind == MediaKind::Video || !clip.tracks.video);
    };
    const auto begin = std::find_if(clip.packets.begin(), clip.packets.end(), isKey);
    if (begin == clip.packets.end()) {
        return fail(cannotShow("the slate has no key frame"));
    }
    const auto zero = begin->dts;
    std::erase_if(clip.packets, [zero](const media::Packet& packet) { return packet.dts < zero; });
    const auto leads = clip.tracks.video ? MediaKind::Video : MediaKind::Audio;
    for (auto& packet : clip.packets) {
        packet.dts -= zero;
        packet.pts -= zero;
        if (packet.kind == leads) {
            clip.duration = std::max(clip.duration, packet.dts);
        }
    }
    clip.duration += frameOf(clip, leads);
    std::erase_if(clip.packets, [&](const media::Packet& packet) { return packet.dts >= clip.duration; });
    std::stable_sort(
        clip.packets.begin(), clip.packets.end(),
        [](const media::Packet& left, const media::Packet& right) { return left.dts < right.dts; });
    return clip;
}

}  // namespace

Result<SlateClip> SlateClip::load(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(cannotShow("the slate's file " + file.string() + " cannot be read"));
    }
    SlateClip clip;
    flv::FileReader reader;
    Bytes block(kBlock);
    while (stream && reader.position() < kMostBytes) {
        stream.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(block.size()));
        reader.feed(ByteView(block).first(static_cast<std::size_t>(stream.gcount())));
        for (auto tag = reader.next();; tag = reader.next()) {
            if (!tag) {
                return fail(std::move(tag.error()));
            }
            if (!*tag) {
                break;
            }
            if (auto added = add(**tag, clip); !added) {
                return fail(std::move(added.error()));
            }
        }
    }
    return finish(std::move(clip));
}

SlatePlayer::SlatePlayer(SlateClipPtr clip, bool hasVideo, bool hasAudio) : clip_(std::move(clip)) {
    tracks_ = clip_->tracks;
    if (!hasVideo && tracks_.audio) {
        tracks_.video.reset();
    }
    if (!hasAudio && tracks_.video) {
        tracks_.audio.reset();
    }
    frame_ = frameOf(*clip_, tracks_.video ? MediaKind::Video : MediaKind::Audio);
}

std::optional<media::Packet> SlatePlayer::next(MediaTime time) {
    for (;;) {
        if (at_ == clip_->packets.size()) {
            at_ = 0;
            round_ += clip_->duration;
        }
        const auto& packet = clip_->packets[at_];
        if (round_ + packet.dts > time) {
            return std::nullopt;
        }
        ++at_;
        if (packet.kind == MediaKind::Video ? tracks_.video.has_value() : tracks_.audio.has_value()) {
            auto due = packet;
            due.dts += round_;
            due.pts += round_;
            return due;
        }
    }
}

}  // namespace footlight::relay::origin
