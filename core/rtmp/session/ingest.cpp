#include "core/rtmp/session/ingest.h"

#include <algorithm>
#include <array>

#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/codec_description.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "core/media/bitstream/mp3_frame.h"

namespace footlight::rtmp {

using media::Codec;
using media::MediaKind;
using media::flv::Tag;
using media::flv::TagKind;

namespace {

/// Tracks of one kind that a stream may have.
constexpr std::size_t kMostTracks = 8;
/// What in an MP3 frame's header describes its track: version and layer, rate, one channel or two.
Bytes shapeOfMp3(ByteView frame) {
    const bool isMono = frame[3] >> 6 == 3;
    return {frame[1], static_cast<std::uint8_t>(frame[2] & 0x0C), static_cast<std::uint8_t>(isMono ? 1 : 0)};
}

/// What an encoder means that sends an empty OpusHead: version 1, stereo, 48 kHz (RFC 7845 5.1).
constexpr std::array<std::uint8_t, 19> kPlainOpusHead = {'O', 'p', 'u',  's',  'H', 'e', 'a', 'd', 1, 2,
                                                         0,   0,   0x80, 0xBB, 0,   0,   0,   0,   0};

/// Bytes before each NAL unit; 0 for codecs without NAL units.
int nalLengthSizeOf(const media::VideoTrack& track) {
    if (track.codec == Codec::H264) {
        const auto parsed = media::parseAvcConfiguration(track.configuration);
        return parsed ? parsed->nalLengthSize : 0;
    }
    if (track.codec == Codec::Hevc) {
        const auto parsed = media::parseHevcConfiguration(track.configuration);
        return parsed ? parsed->nalLengthSize : 0;
    }
    return 0;
}

template <typename Track>
void put(media::TrackId id, Track track, std::optional<Track>& main, std::map<media::TrackId, Track>& more) {
    if (id == 0) {
        main = std::move(track);
    } else {
        more.insert_or_assign(id, std::move(track));
    }
}

}  // namespace

Ingest::Ingest(std::unique_ptr<PublishSink> sink, Logger logger)
    : sink_(std::move(sink)), logger_(std::move(logger)) {}

Result<bool> Ingest::take(StreamEvent event) {
    if (auto* received = std::get_if<MediaReceived>(&event)) {
        return takeMedia(std::move(*received));
    }
    if (const auto* clock = std::get_if<CaptureClockReceived>(&event)) {
        sink_->captureClock(clock->at, clock->utc);
    } else if (const auto* told = std::get_if<KeyFrameIntervalReceived>(&event)) {
        sink_->keyFrameInterval(told->interval);
    } else if (const auto* loss = std::get_if<NetworkLossReceived>(&event)) {
        sink_->networkLoss(loss->total);
    } else if (auto* names = std::get_if<TrackNamesReceived>(&event)) {
        takeNames(std::move(*names));
    }
    return false;
}

Result<bool> Ingest::takeMedia(MediaReceived received) {
    const bool isVideo = received.kind == MediaKind::Video;
    const auto tags = isVideo ? media::flv::parseVideo(received.body) : media::flv::parseAudio(received.body);
    if (!tags) {
        return fail(tags.error());
    }
    bool isTaken = false;
    for (const Tag& tag : *tags) {
        auto taken = takeTag(received, tag, tags->size() == 1);
        if (!taken) {
            return taken;
        }
        isTaken = isTaken || *taken;
    }
    return isTaken;
}

Result<bool> Ingest::takeTag(MediaReceived& received, const Tag& tag, bool isAlone) {
    switch (tag.kind) {
        case TagKind::Configuration:
            return takeConfiguration(tag, tag.payload);
        case TagKind::Frame:
            return takeFrame(received, tag, isAlone);
        case TagKind::Unknown:
            leaveOut("of a kind or codec that is not known");
            return false;
        case TagKind::EndOfSequence:
            break;
    }
    return false;
}

Result<bool> Ingest::takeConfiguration(const Tag& tag, ByteView fingerprint) {
    const MediaKind kind = media::kindOf(tag.codec);
    auto& described = kind == MediaKind::Video ? video_ : audio_;
    const auto known = described.find(tag.track);
    if (known != described.end() && known->second.codec == tag.codec &&
        std::equal(fingerprint.begin(), fingerprint.end(), known->second.fingerprint.begin(),
                   known->second.fingerprint.end())) {
        return true;  // encoders repeat them
    }
    if (known == described.end() && described.size() == kMostTracks) {
        leaveOut("of more tracks than are taken");
        return false;
    }
    Described fresh;
    fresh.codec = tag.codec;
    fresh.fingerprint.assign(fingerprint.begin(), fingerprint.end());
    auto done = kind == MediaKind::Video ? describeVideo(tag, fresh) : describeAudio(tag);
    if (!done && tag.track != 0) {
        leaveOut("of a further track that cannot be read");
        return false;
    }
    if (done) {
        const bool isComplete = !fresh.needsSize;
        described.insert_or_assign(tag.track, std::move(fresh));
        if (isComplete) {
            sink_->tracks(tracks_);
        }
    }
    return done;
}

Result<bool> Ingest::describeVideo(const Tag& tag, Described& described) {
    auto track = media::videoTrackOf(tag.codec, tag.payload);
    if (!track) {
        return fail(std::move(track.error()));
    }
    described.nalLengthSize = nalLengthSizeOf(*track);
    described.needsSize = track->width == 0;
    if (described.needsSize) {
        described.sizeless = std::move(*track);
    } else {
        put(tag.track, std::move(*track), tracks_.video, tracks_.moreVideo);
    }
    return true;
}

/// Where a codec tells the picture's size in its key frames alone.
bool Ingest::learnSize(const Tag& tag) {
    Described& described = video_.at(tag.track);
    if (!tag.isKeyFrame) {
        return !described.needsSize;
    }
    media::VideoTrack track = *described.sizeless;
    if (!media::learnSize(track, tag.payload) || track.width == 0) {
        return false;
    }
    described.needsSize = false;
    const media::Tracks before = tracks_;
    put(tag.track, std::move(track), tracks_.video, tracks_.moreVideo);
    if (tracks_ != before) {
        sink_->tracks(tracks_);
    }
    return true;
}

Result<bool> Ingest::describeAudio(const Tag& tag) {
    const bool isPlainOpus = tag.codec == Codec::Opus && tag.payload.empty();
    auto track = media::audioTrackOf(tag.codec, isPlainOpus ? ByteView(kPlainOpusHead) : tag.payload);
    if (!track) {
        return fail(std::move(track.error()));
    }
    if (const auto name = names_.find(tag.track); name != names_.end()) {
        track->label = name->second.label;
        track->language = name->second.language;
    }
    put(tag.track, std::move(*track), tracks_.audio, tracks_.moreAudio);
    return true;
}

Result<bool> Ingest::takeFrame(MediaReceived& received, const Tag& tag, bool isAlone) {
    if (!media::flv::hasConfiguration(tag.codec)) {
        if (!media::parseMp3Frame(tag.payload)) {
            leaveOut("that are no MP3");
            return false;
        }
        if (auto described = takeConfiguration(tag, shapeOfMp3(tag.payload)); !described || !*described) {
            return described;
        }
    }
    if (!isUsable(received.kind, tag)) {
        return false;
    }
    media::Packet packet;
    packet.kind = received.kind;
    packet.track = tag.track;
    packet.dts = received.time + tag.timeOffset;
    packet.pts = packet.dts + tag.compositionOffset;
    packet.isKeyFrame = tag.isKeyFrame;
    if (isAlone && tag.payload.data() + tag.payload.size() == received.body.data() + received.body.size()) {
        const auto headerSize = static_cast<std::ptrdiff_t>(received.body.size() - tag.payload.size());
        received.body.erase(received.body.begin(), received.body.begin() + headerSize);
        packet.payload = share(std::move(received.body));
    } else {
        packet.payload = share(Bytes(tag.payload.begin(), tag.payload.end()));
    }
    sink_->packet(std::move(packet));
    return true;
}

bool Ingest::isUsable(MediaKind kind, const Tag& tag) {
    const auto& described = kind == MediaKind::Video ? video_ : audio_;
    const auto known = described.find(tag.track);
    if (known == described.end() || known->second.codec != tag.codec) {
        leaveOut("that came before their sequence header");
        return false;
    }
    const int lengthSize = known->second.nalLengthSize;
    if (lengthSize > 0 && !media::areNalUnitsWhole(tag.payload, lengthSize)) {
        leaveOut("whose NAL units do not add up");
        return false;
    }
    if (known->second.sizeless && !learnSize(tag)) {
        leaveOut("before the size of their pictures is known");
        return false;
    }
    return true;
}

void Ingest::leaveOut(std::string_view why) {
    if (++dropped_ == 1) {
        logger_.warning("leaving out frames {}", why);
    }
}

/// Those of tracks that are described already are told again.
void Ingest::takeNames(TrackNamesReceived received) {
    names_ = std::move(received.audio);
    const media::Tracks before = tracks_;
    for (const auto& [id, name] : names_) {
        const auto further = tracks_.moreAudio.find(id);
        media::AudioTrack* track = id == 0 && tracks_.audio             ? &*tracks_.audio
                                   : further != tracks_.moreAudio.end() ? &further->second
                                                                        : nullptr;
        if (track != nullptr) {
            track->label = name.label;
            track->language = name.language;
        }
    }
    if (tracks_ != before) {
        sink_->tracks(tracks_);
    }
}

void Ingest::end(PublishEnd end) {
    if (dropped_ > 0) {
        logger_.info("{} frames were left out in all", dropped_);
    }
    sink_->ended(end);
}

}  // namespace footlight::rtmp
