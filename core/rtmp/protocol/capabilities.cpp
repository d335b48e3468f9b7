#include "core/rtmp/protocol/capabilities.h"

#include <array>

#include "core/media/bitstream/flv_tag.h"

namespace footlight::rtmp {

namespace {

using media::Codec;

constexpr std::uint32_t kReconnect = 1;
constexpr std::uint32_t kMultitrack = 2;
constexpr std::uint32_t kModEx = 4;
constexpr std::uint32_t kNanosecondOffset = 8;
constexpr double kMostFlags = 0xFFFFFFFF;

constexpr double kDecode = 1;
constexpr double kEncode = 2;
constexpr double kForward = 4;

constexpr std::array kVideo = {Codec::H264, Codec::Hevc, Codec::Av1, Codec::Vp9};
constexpr std::array kAudio = {Codec::Aac, Codec::Opus, Codec::Flac, Codec::Mp3};

double maskOf(Side side) {
    switch (side) {
        case Side::Relay:
            return kForward;
        case Side::Encoder:
            return kEncode;
        case Side::Player:
            break;
    }
    return kDecode;
}

template <std::size_t N>
amf0::Object infoMap(const std::array<Codec, N>& codecs, double mask) {
    amf0::Object map;
    for (const Codec codec : codecs) {
        map.properties.push_back({std::string(media::flv::fourCcOf(codec)), mask});
    }
    return map;
}

}  // namespace

Capabilities readCapabilities(const amf0::Object& object) {
    const auto has = [&object](std::string_view name) { return object.find(name) != nullptr; };
    Capabilities read;
    read.isEnhanced = has("fourCcList") || has("videoFourCcInfoMap") || has("audioFourCcInfoMap");
    const amf0::Value* extended = object.find("capsEx");
    const double* number = extended != nullptr ? extended->number() : nullptr;
    if (number != nullptr && *number >= 0 && *number <= kMostFlags) {
        const auto flags = static_cast<std::uint32_t>(*number);
        read.reconnect = (flags & kReconnect) != 0;
        read.multitrack = (flags & kMultitrack) != 0;
        read.modEx = (flags & kModEx) != 0;
        read.nanosecondOffset = (flags & kNanosecondOffset) != 0;
    }
    return read;
}

void addCapabilities(Side side, amf0::Object& object) {
    amf0::Array list;
    for (const Codec codec : kVideo) {
        list.emplace_back(media::flv::fourCcOf(codec));
    }
    for (const Codec codec : kAudio) {
        list.emplace_back(media::flv::fourCcOf(codec));
    }
    object.properties.push_back({"fourCcList", std::move(list)});
    object.properties.push_back({"videoFourCcInfoMap", infoMap(kVideo, maskOf(side))});
    object.properties.push_back({"audioFourCcInfoMap", infoMap(kAudio, maskOf(side))});
    object.properties.push_back(
        {"capsEx", static_cast<double>(kReconnect | kMultitrack | kModEx | kNanosecondOffset)});
}

}  // namespace footlight::rtmp
