#include "core/rtmp/protocol/data_message.h"

#include <iterator>

namespace footlight::rtmp {

namespace {

constexpr std::string_view kCaptureClock = "onFootlightClock";
constexpr std::string_view kKeep = "@setDataFrame";
constexpr double kLatestTime = 8.64e15;  // of ECMAScript, which Date comes from

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
    const amf0::Object* clock =
        data.name == kCaptureClock && !data.values.empty() ? data.values[0].object() : nullptr;
    const amf0::Value* utc = clock != nullptr ? clock->find("utc") : nullptr;
    const double* milliseconds = utc != nullptr ? utc->number() : nullptr;
    if (milliseconds == nullptr || !(*milliseconds > 0 && *milliseconds <= kLatestTime)) {
        return std::nullopt;
    }
    return utcFromMilliseconds(static_cast<std::int64_t>(*milliseconds));
}

}  // namespace footlight::rtmp
