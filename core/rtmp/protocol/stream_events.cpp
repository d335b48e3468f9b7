#include "core/rtmp/protocol/stream_events.h"

namespace footlight::rtmp {

namespace {

std::vector<StreamEvent> readDataEvents(const Message& message, Timeline& timeline) {
    std::vector<StreamEvent> events;
    const auto data = readData(message);
    if (!data) {
        return events;
    }
    if (const auto utc = readCaptureClock(*data)) {
        events.emplace_back(CaptureClockReceived{timeline.at(message.header.timestamp), *utc});
    }
    if (const auto total = readNetworkLoss(*data)) {
        events.emplace_back(NetworkLossReceived{*total});
    }
    if (const auto interval = readKeyFrameInterval(*data)) {
        events.emplace_back(KeyFrameIntervalReceived{*interval});
    }
    if (auto names = readTrackNames(*data); !names.empty()) {
        events.emplace_back(TrackNamesReceived{std::move(names)});
    }
    return events;
}

}  // namespace

std::vector<StreamEvent> readStreamMessage(Message message, Timeline& timeline) {
    switch (message.header.type) {
        case MessageType::Audio:
        case MessageType::Video: {
            const bool isAudio = message.header.type == MessageType::Audio;
            std::vector<StreamEvent> events;
            events.emplace_back(MediaReceived{isAudio ? media::MediaKind::Audio : media::MediaKind::Video,
                                              timeline.at(message.header.timestamp),
                                              std::move(message.payload)});
            return events;
        }
        case MessageType::DataAmf0:
        case MessageType::DataAmf3:
            return readDataEvents(message, timeline);
        default:
            return {};
    }
}

}  // namespace footlight::rtmp
