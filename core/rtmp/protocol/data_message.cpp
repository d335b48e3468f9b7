#include "core/rtmp/protocol/data_message.h"

#include <cmath>
#include <iterator>

namespace footlight::rtmp {

namespace {

constexpr std::string_view kCaptureClock = "onFootlightClock";
constexpr std::string_view kKeep = "@setDataFrame";
constexpr std::string_view kMetadata = "onMetaData";
constexpr double kLatestTime = 8.64e15;  // of ECMAScript, which Date comes from
constexpr double kLongestInterval = 60;  // seconds

/// The number that the first object of a message of this name has under `field`.
const double* numberIn(const DataMessage& data, std::string_view name, std::string_view field) {
    const amf0::Object* object =
        data.name == name && !data.values.empty() ? data.values[0].object() : nullptr;
    const amf0::Value* value = object != nullptr ? object->find(field) : nullptr;
    return value != nullptr ? value->number() : nullptr;
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

}  // namespace footlight::rtmp
