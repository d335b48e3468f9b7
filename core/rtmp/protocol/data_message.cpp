#include "core/rtmp/protocol/data_message.h"

#include <charconv>
#include <cmath>
#include <iterator>

#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

constexpr std::string_view kCaptureClock = "onFootlightClock";
constexpr std::string_view kKeep = "@setDataFrame";
constexpr std::string_view kMetadata = "onMetaData";
constexpr double kLatestTime = 8.64e15;  // of ECMAScript, which Date comes from
constexpr double kLongestInterval = 60;  // seconds
constexpr std::string_view kLoss = "onFootlightLoss";
constexpr double kMostLost = 9e15;
constexpr std::size_t kLongestName = 64;

/// What the first object of a message of this name has under `field`.
const amf0::Value* valueIn(const DataMessage& data, std::string_view name, std::string_view field) {
    const amf0::Object* object =
        data.name == name && !data.values.empty() ? data.values[0].object() : nullptr;
    return object != nullptr ? object->find(field) : nullptr;
}

const double* numberIn(const DataMessage& data, std::string_view name, std::string_view field) {
    const amf0::Value* value = valueIn(data, name, field);
    return value != nullptr ? value->number() : nullptr;
}

std::string textIn(const amf0::Object& object, std::string_view field) {
    const amf0::Value* value = object.find(field);
    const std::string* text = value != nullptr ? value->text() : nullptr;
    return text != nullptr ? printable(*text, kLongestName) : std::string();
}

/// The number of a track that is written as text; nothing where it is none.
std::optional<media::TrackId> trackIdOf(const std::string& text) {
    unsigned id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && id <= 255 ? std::optional(static_cast<media::TrackId>(id)) : std::nullopt;
}

}  // namespace

std::optional<DataMessage> readData(const Message& message) {
    ByteView body = message.payload;
    if (message.header.type == MessageType::DataAmf3 && !body.empty() && body[0] == 0) {
        body = body.subspan(1);
    }
    auto values = amf0::readAll(body);
    if (!values) {
        return std::nullopt;
    }
    std::size_t first = 0;
    if (!values->empty() && (*values)[0] == amf0::Value(kKeep)) {
        first = 1;
    }
    const std::string* name = first < values->size() ? (*values)[first].text() : nullptr;
    if (name == nullptr) {
        return std::nullopt;
    }
    DataMessage data{*name, {}};
    const auto begin = values->begin() + static_cast<std::ptrdiff_t>(first) + 1;
    data.values.assign(std::make_move_iterator(begin), std::make_move_iterator(values->end()));
    return data;
}

Bytes writeCaptureClock(UtcTime utc) {
    amf0::Object clock{{"utc", static_cast<double>(toMilliseconds(utc))}};
    return amf0::writeAll({kCaptureClock, std::move(clock)});
}

std::optional<UtcTime> readCaptureClock(const DataMessage& data) {
    const double* milliseconds = numberIn(data, kCaptureClock, "utc");
    if (milliseconds == nullptr || !(*milliseconds > 0 && *milliseconds <= kLatestTime)) {
        return std::nullopt;
    }
    return utcFromMilliseconds(static_cast<std::int64_t>(*milliseconds));
}

std::optional<media::MediaTime> readKeyFrameInterval(const DataMessage& data) {
    const double* seconds = numberIn(data, kMetadata, "videokeyframe_frequency");
    if (seconds == nullptr || !(*seconds > 0 && *seconds <= kLongestInterval)) {
        return std::nullopt;
    }
    return media::MediaTime{std::llround(*seconds * media::MediaTime::period::den)};
}

Bytes writeNetworkLoss(std::int64_t total) {
    amf0::Object loss{{"total", static_cast<double>(total)}};
    return amf0::writeAll({kLoss, std::move(loss)});
}

std::optional<std::int64_t> readNetworkLoss(const DataMessage& data) {
    const double* total = numberIn(data, kLoss, "total");
    if (total == nullptr || !(*total >= 0 && *total <= kMostLost)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*total);
}

std::map<media::TrackId, TrackName> readTrackNames(const DataMessage& data) {
    std::map<media::TrackId, TrackName> names;
    const amf0::Value* map = valueIn(data, kMetadata, "audioTrackIdInfoMap");
    if (map == nullptr || map->object() == nullptr) {
        return names;
    }
    for (const amf0::Property& property : map->object()->properties) {
        const auto id = trackIdOf(property.name);
        if (id && property.value.object() != nullptr) {
            const amf0::Object& track = *property.value.object();
            TrackName name{textIn(track, "trackName"), textIn(track, "language")};
            if (name != TrackName()) {
                names.insert_or_assign(*id, std::move(name));
            }
        }
    }
    return names;
}

}  // namespace footlight::rtmp
