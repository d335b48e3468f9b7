#include "core/relay/api/recording_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/page_limit.h"
#include "core/relay/hub/chat_wire.h"

namespace footlight::relay::api {
namespace {

using net::http::Request;
using net::http::Response;

wire::RecordingPhase toWire(RecordingState::Phase phase) {
    switch (phase) {
        case RecordingState::Phase::Writing:
            return wire::RecordingPhase::Writing;
        case RecordingState::Phase::Paused:
            return wire::RecordingPhase::Paused;
        case RecordingState::Phase::Finished:
            return wire::RecordingPhase::Finished;
    }
    return wire::RecordingPhase::Finished;
}

/// A number of the query; nothing where it is none from 0 to a year in milliseconds.
std::optional<std::chrono::milliseconds> millisecondsIn(std::string_view text) {
    constexpr std::chrono::milliseconds kLongest{std::chrono::hours{24 * 365}};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isGood =
        error == std::errc{} && end == text.data() + text.size() && number >= 0 && number <= kLongest.count();
    return isGood ? std::optional(std::chrono::milliseconds{number}) : std::nullopt;
}

/// Without what is its owner's business.
wire::Recording forOthers(wire::Recording recording) {
    recording.keep = false;
    recording.expiresAt.reset();
    recording.holes = 0;
    recording.download.clear();
    return recording;
}

}  // namespace

RecordingRoutes::RecordingRoutes(const OwnerAccess& access, hub::RecordingService& recordings,
                                 const Addresses& addresses, const PlaybackUrls& urls, Logger logger)
    : access_(access),
      recordings_(recordings),
      addresses_(addresses),
      urls_(urls),
      logger_(std::move(logger)) {}

wire::Recording RecordingRoutes::toWire(const RecordingRecord& record, const std::string& host) const {
    wire::Recording recording;
    recording.id = record.id;
    recording.channel = record.channel.name;
    recording.title = record.title;
    recording.startedAt = record.startedAt;
    recording.endedAt = record.endedAt;
    recording.phase = api::toWire(record.phase);
    recording.durationMs = record.durationMs;
    recording.bytes = record.bytes;
    recording.keep = record.isKept;
    if (record.endedAt && record.retentionDays > 0 && !record.isKept) {
        recording.expiresAt = *record.endedAt + std::chrono::hours(24) * record.retentionDays;
    }
    recording.holes = record.holes;
    recording.playback = urls_.recording(host, record);
    recording.download = urls_.download(host, record);
    return recording;
}

net::Task<Response> RecordingRoutes::list(Request request) {
    const auto shown = co_await access_.shown(request);
    if (!shown) {
        co_return refusal(shown.error(), logger_, "access");
    }
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    std::optional<BroadcastId> before;
    if (const auto text = request.queryParameter("page")) {
        before = BroadcastId::parse(*text);
        if (!before) {
            co_return invalidRequest("page", "`page` must be the `next` of the page before");
        }
    }
    // One more than asked tells whether there is another page.
    // Others see what is kept once it is whole.
    const auto which = shown->isOwn ? RecordingStore::Which::All : RecordingStore::Which::Ended;
    const auto records = co_await recordings_.page(shown->channel, before, *limit + 1, which);
    if (!records) {
        co_return refusal(records.error(), logger_);
    }
    wire::RecordingPage page;
    const auto host = addresses_.hostFor(request);
    for (const auto& record : *records) {
        if (page.items.size() == *limit) {
            page.next = page.items.back().id.text();
            break;
        }
        auto recording = toWire(record, host);
        page.items.push_back(shown->isOwn ? std::move(recording) : forOthers(std::move(recording)));
    }
    co_return answer(200, page);
}

net::Task<Response> RecordingRoutes::show(Request request) {
    const auto found = co_await access_.recording(bearerToken(request), std::string(request.parameter("id")));
    co_return found ? answer(200, toWire(*found, addresses_.hostFor(request)))
                    : refusal(found.error(), logger_);
}

net::Task<Response> RecordingRoutes::change(Request request) {
    const auto found = co_await access_.recording(bearerToken(request), std::string(request.parameter("id")));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto patch = wire::parse<wire::RecordingPatch>(request.body);
    if (!patch) {
        co_return refusal(patch.error());
    }
    const auto changed = co_await recordings_.change(*found, *patch);
    co_return changed ? answer(200, toWire(*changed, addresses_.hostFor(request)))
                      : refusal(changed.error(), logger_);
}

net::Task<Response> RecordingRoutes::remove(Request request) {
    const auto found = co_await access_.recording(bearerToken(request), std::string(request.parameter("id")));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto removed = co_await recordings_.remove(*found);
    co_return removed ? net::http::emptyResponse(204) : refusal(removed.error(), logger_);
}

net::Task<Response> RecordingRoutes::holes(Request request) {
    const auto found = co_await access_.recording(bearerToken(request), std::string(request.parameter("id")));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto holes = co_await recordings_.holes(*found);
    if (!holes) {
        co_return refusal(holes.error(), logger_);
    }
    wire::HoleList list;
    for (const auto& hole : *holes) {
        list.items.push_back({hole.at, hole.durationMs});
    }
    co_return answer(200, list);
}

net::Task<Response> RecordingRoutes::chat(Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    hub::RecordingService::Stretch stretch;
    const auto from = millisecondsIn(request.queryParameter("from").value_or("0"));
    if (!from) {
        co_return invalidRequest("from", "`from` must be a whole number of milliseconds");
    }
    stretch.from = *from;
    if (const auto text = request.queryParameter("to")) {
        stretch.to = millisecondsIn(*text);
        if (!stretch.to) {
            co_return invalidRequest("to", "`to` must be a whole number of milliseconds");
        }
    }
    if (const auto text = request.queryParameter("page")) {
        stretch.after = MessageId::parse(*text);
        if (!stretch.after) {
            co_return invalidRequest("page", "`page` must be the `next` of the page before");
        }
    }
    stretch.limit = *limit + 1;  // one more than asked tells whether there is another page
    const auto found = co_await access_.playable(request);
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto said = co_await recordings_.chat(*found, stretch);
    if (!said) {
        co_return refusal(said.error(), logger_);
    }
    wire::RecordedChat page{found->startedAt, {}};
    for (const auto& message : *said) {
        if (page.items.size() == *limit) {
            page.next = page.items.back().id.text();
            break;
        }
        page.items.push_back(hub::toWire(message, found->channel.name));
    }
    co_return answer(200, page);
}

net::Task<Response> RecordingRoutes::fill(Request request) {
    const auto found = co_await access_.recording(bearerToken(request), std::string(request.parameter("id")));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto holes = co_await recordings_.holes(*found);
    if (!holes) {
        co_return refusal(holes.error(), logger_);
    }
    const auto text = request.parameter("number");
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number >= holes->size()) {
        const Error none(ErrorCategory::NotFound, "recording.no_hole",
                         "The recording has no such hole; ask for the list once more.");
        co_return refusal(none, logger_);
    }
    co_return answer(201, urls_.fill(addresses_.hostFor(request), *found, (*holes)[number]));
}

}  // namespace footlight::relay::api
