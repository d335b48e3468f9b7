#include "core/relay/origin/media_service.h"

#include <fmt/format.h>

namespace footlight::relay::origin {
namespace {

namespace http = net::http;
using Form = WindowSnapshot::Form;

Form formFor(const http::Request& request) {
    return MediaResponder::takesGzip(request) ? Form::Gzip : Form::Plain;
}

/// Parts that lie one behind the other in the same file are sent as one.
void append(Pieces& body, Piece piece) {
    const bool goesOn = !body.empty() && piece.file && body.back().file == piece.file &&
                        body.back().offset + body.back().size == piece.offset;
    if (goesOn) {
        body.back().size += piece.size;
    } else {
        body.push_back(std::move(piece));
    }
}

Pieces bodyOf(const MediaPath& path, const WindowSnapshot& snapshot) {
    Pieces body;
    if (path.kind == MediaPath::Kind::Part) {
        if (const auto part = snapshot.part(path.sequence, path.part)) {
            body.push_back(part->piece());
        }
    } else if (path.kind == MediaPath::Kind::Init) {
        if (const auto bytes = snapshot.init(path.file)) {
            body.push_back(Piece::of(bytes));
        }
    } else if (const auto segment = snapshot.segment(path.sequence)) {
        for (const auto& part : segment->parts) {
            append(body, part.body->piece());
        }
    }
    return body;
}

}  // namespace

net::Task<http::Response> MediaService::handle(http::Request request) {
    if (request.method == http::Method::Options) {
        co_return responder_.options();
    }
    if (request.method != http::Method::Get && request.method != http::Method::Head) {
        co_return responder_.methodNotAllowed();
    }
    auto path = MediaPath::parse(request.path);
    if (!path) {
        co_return responder_.problem(404, "media.path", "No such address",
                                     "Streams are at /live/<channel>/index.m3u8.");
    }
    switch (path->kind) {
        case MediaPath::Kind::Multivariant:
            co_return co_await multivariant(std::move(request), std::move(*path));
        case MediaPath::Kind::MediaPlaylist:
            co_return co_await mediaPlaylist(std::move(request), std::move(*path));
        case MediaPath::Kind::Part:
            co_return co_await part(std::move(request), std::move(*path));
        case MediaPath::Kind::Init:
        case MediaPath::Kind::Segment:
            break;
    }
    co_return segment(request, *path);
}

net::Task<http::Response> MediaService::multivariant(http::Request request, MediaPath path) {
    const auto snapshot = co_await playable(path.channel);
    if (!snapshot) {
        co_return notOnAir(path.channel);
    }
    const auto form = formFor(request);
    co_return responder_.playlist(snapshot->multivariant->in(form), form, Caching::NotLong);
}

net::Task<http::Response> MediaService::mediaPlaylist(http::Request request, MediaPath path) {
    const auto asked =
        hls::ReloadRequest::parse(request.queryParameter("_HLS_msn"), request.queryParameter("_HLS_part"),
                                  request.queryParameter("_HLS_skip"));
    if (!asked) {
        co_return responder_.problem(400, "media.directive", "Bad directive", asked.error().message());
    }
    const auto stream = co_await playable(path.channel);
    auto snapshot = stream ? stream->find(path.rendition) : nullptr;
    auto decision = snapshot ? hls::decideReload(*asked, snapshot->edge()) : hls::ReloadDecision::Answer;
    const auto limit = snapshot ? longestWait(*snapshot) : SteadyTime{};
    while (snapshot && decision == hls::ReloadDecision::Wait) {
        if (!co_await table_->changed(path.channel, limit)) {
            co_return responder_.problem(503, "media.late", "Nothing new yet",
                                         "The publisher has sent nothing for some time. Ask again.");
        }
        snapshot = current(path);
        decision = snapshot ? hls::decideReload(*asked, snapshot->edge()) : hls::ReloadDecision::Answer;
    }
    if (!snapshot) {
        co_return notOnAir(path.channel);
    }
    if (decision == hls::ReloadDecision::Refuse) {
        co_return responder_.problem(400, "media.too_far_ahead", "Too far ahead",
                                     fmt::format("Segment {} is being made; ask for it or the next one.",
                                                 snapshot->edge().openSequence));
    }
    const auto form = formFor(request);
    const auto caching =
        asked->sequence && snapshot->phase() == WindowPhase::OnAir ? Caching::Short : Caching::NotLong;
    co_return responder_.playlist(
        asked->mayBeDelta ? snapshot->deltaPlaylist(form) : snapshot->mediaPlaylist(form), form, caching);
}

/// A request for the part that the preload hint names waits until it is there.
net::Task<http::Response> MediaService::part(http::Request request, MediaPath path) {
    auto snapshot = current(path);
    const auto limit = snapshot ? longestWait(*snapshot) : SteadyTime{};
    while (snapshot && snapshot->isHinted(path.sequence, path.part)) {
        if (!co_await table_->changed(path.channel, limit)) {
            break;
        }
        snapshot = current(path);
    }
    co_return segment(request, path);
}

http::Response MediaService::segment(const http::Request& request, const MediaPath& path) const {
    const auto* stream = table_->find(path.channel);
    if (stream == nullptr) {
        return notOnAir(path.channel);
    }
    for (const auto& broadcast : {stream->current, stream->previous}) {
        const auto snapshot = broadcast ? broadcast->find(path.rendition) : nullptr;
        auto body = snapshot ? bodyOf(path, *snapshot) : Pieces{};
        if (!body.empty()) {
            return responder_.media(request, std::move(body));
        }
    }
    return noSuchFile(path);
}

/// The channel's stream once there is something to play; null where there is none.
net::Task<StreamSnapshotPtr> MediaService::playable(std::string channel) {
    const auto limit = clock_.steadyNow() + settings_.firstPlaylist;
    for (const auto* stream = table_->find(channel); stream != nullptr; stream = table_->find(channel)) {
        if (stream->current) {
            co_return stream->current;
        }
        if (!co_await table_->changed(channel, limit)) {
            break;
        }
    }
    co_return nullptr;
}

SnapshotPtr MediaService::current(const MediaPath& path) const {
    const auto* stream = table_->find(path.channel);
    return stream != nullptr && stream->current ? stream->current->find(path.rendition) : nullptr;
}

/// Three target durations (RFC 8216bis 6.2.5.2).
SteadyTime MediaService::longestWait(const WindowSnapshot& snapshot) const {
    return clock_.steadyNow() +
           std::chrono::duration_cast<std::chrono::milliseconds>(3 * snapshot.announcement().targetDuration);
}

http::Response MediaService::notOnAir(const std::string& channel) const {
    return responder_.problem(
        404, "media.not_on_air", "Not on air",
        fmt::format("Nobody is live on the channel \"{}\" now. Check its name, or come back when it is live.",
                    channel));
}

http::Response MediaService::noSuchFile(const MediaPath& path) const {
    return responder_.problem(
        404, "media.gone", "No such piece",
        fmt::format("{} is not there (any more, or yet). Load /live/{}/{}/media.m3u8 and take what it names.",
                    path.file, path.channel, path.rendition));
}

}  // namespace footlight::relay::origin
