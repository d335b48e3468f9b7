#include "core/relay/origin/media_service.h"

#include <fmt/format.h>

#include <array>

#include "core/accounts/name.h"

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

Audience audienceOf(const StreamSnapshot& stream) {
    return stream.visibility == Visibility::Protected ? Audience::TokenHolder : Audience::Anyone;
}

/// Numbers are used once in a broadcast, so its id and the name stand for the bytes.
std::string tagFor(const StreamSnapshot& stream, const MediaPath& path) {
    return fmt::format("\"{}/{}/{}\"", stream.broadcastId.text(), path.rendition, path.file);
}

constexpr std::string_view kNeedsToken =
    "This channel is protected: it is played with a link that its relay hands out, and that expires.";

}  // namespace

MediaService::MediaService(Parts parts)
    : parts_(std::move(parts)),
      responder_(parts_.clock),
      rate_(parts_.settings.mediaRequests, 2 * parts_.settings.mediaRequests) {}

net::Task<http::Response> MediaService::handle(http::Request request) {
    auto asked = read(std::move(request));
    return asked ? answer(std::move(*asked)) : refuse(std::move(asked.error()));
}

net::Task<http::Response> MediaService::refuse(http::Response response) { co_return response; }

tl::expected<MediaService::Asked, http::Response> MediaService::read(http::Request request) {
    if (isOverRate(request)) {
        return tl::unexpected(responder_.problem(429, "media.rate", "Too many requests",
                                                 "Wait a second, and ask for each piece once."));
    }
    if (request.method == http::Method::Options) {
        return tl::unexpected(responder_.options());
    }
    if (request.method != http::Method::Get && request.method != http::Method::Head) {
        return tl::unexpected(responder_.methodNotAllowed());
    }
    std::optional<accounts::MediaClaim> claim;
    std::string address = request.path;
    if (parts_.tokens != nullptr && address.starts_with("/t/")) {
        auto opened = parts_.tokens->open(address, parts_.clock.utcNow());
        if (!opened) {
            return tl::unexpected(denied(opened.error().message()));
        }
        claim = std::move(opened->claim);
        address = std::move(opened->path);
    }
    auto path = MediaPath::parse(address);
    if (!path) {
        return tl::unexpected(responder_.problem(404, "media.path", "No such address",
                                                 "Streams are at /live/<channel>/index.m3u8."));
    }
    return Asked{std::move(request), std::move(*path), std::move(claim)};
}

net::Task<http::Response> MediaService::answer(Asked asked) {
    switch (asked.path.kind) {
        case MediaPath::Kind::Multivariant:
            return multivariant(std::move(asked));
        case MediaPath::Kind::MediaPlaylist:
            return mediaPlaylist(std::move(asked));
        case MediaPath::Kind::Part:
            return part(std::move(asked));
        case MediaPath::Kind::Init:
        case MediaPath::Kind::Segment:
            break;
    }
    return segment(std::move(asked));
}

/// RELIABILITY L14.
bool MediaService::isOverRate(const http::Request& request) {
    const bool isExempt = parts_.settings.loopbackExempt && http::isLoopback(request.peerAddress);
    return !isExempt && !rate_.admit(request.peerAddress, parts_.clock.steadyNow());
}

bool MediaService::isOpenTo(const Asked& asked, const StreamSnapshot& stream) {
    if (stream.visibility != Visibility::Protected) {
        return true;
    }
    const auto& claim = asked.claim;
    return claim && claim->purpose == accounts::MediaPurpose::Play &&
           (claim->subject == accounts::foldName(asked.path.channel) ||
            claim->subject == stream.broadcastId.text());
}

net::Task<http::Response> MediaService::multivariant(Asked asked) {
    const auto stream = co_await playable(asked.path.channel);
    if (!stream) {
        co_return notOnAir(asked.path.channel);
    }
    if (!isOpenTo(asked, *stream)) {
        co_return denied(kNeedsToken);
    }
    if (asked.path.isWhole && !stream->source().history()) {
        co_return notKept();
    }
    const auto form = formFor(asked.request);
    const auto& text =
        asked.path.isWhole ? stream->multivariant->wholeIn(form) : stream->multivariant->in(form);
    co_return responder_.playlist(asked.request, text, form, {Caching::NotAtAll, audienceOf(*stream)});
}

net::Task<http::Response> MediaService::mediaPlaylist(Asked asked) {
    const auto& request = asked.request;
    const auto& path = asked.path;
    const auto reload =
        hls::ReloadRequest::parse(request.queryParameter("_HLS_msn"), request.queryParameter("_HLS_part"),
                                  request.queryParameter("_HLS_skip"));
    if (!reload) {
        co_return responder_.problem(400, "media.directive", "Bad directive", reload.error().message());
    }
    auto stream = current(path.channel);
    if (!stream) {
        stream = co_await playable(path.channel);
    }
    std::optional<SteadyTime> limit;
    for (;;) {
        const auto snapshot = stream ? stream->find(path.rendition) : nullptr;
        if (!snapshot) {
            co_return notOnAir(path.channel);
        }
        if (!isOpenTo(asked, *stream)) {
            co_return denied(kNeedsToken);
        }
        const auto decision = hls::decideReload(*reload, snapshot->edge());
        if (decision == hls::ReloadDecision::Refuse) {
            co_return responder_.problem(400, "media.too_far_ahead", "Too far ahead",
                                         fmt::format("Segment {} is being made; ask for it or the next one.",
                                                     snapshot->edge().openSequence));
        }
        if (decision == hls::ReloadDecision::Answer) {
            co_return playlist(asked, *stream, *snapshot, *reload);
        }
        limit = limit ? limit : longestWait(*snapshot);
        if (!co_await parts_.table->changed(path.channel, *limit)) {
            co_return responder_.problem(503, "media.late", "Nothing new yet",
                                         "The publisher has sent nothing for some time. Ask again.");
        }
        stream = current(path.channel);
    }
}

http::Response MediaService::playlist(const Asked& asked, const StreamSnapshot& stream,
                                      const WindowSnapshot& snapshot,
                                      const hls::ReloadRequest& reload) const {
    const auto form = formFor(asked.request);
    const bool isVersion = reload.sequence && snapshot.phase() == WindowPhase::OnAir;
    const MediaResponder::Keeping keeping{isVersion ? Caching::Short : Caching::NotAtAll, audienceOf(stream)};
    if (!asked.path.isWhole) {
        const auto& text = reload.mayBeDelta ? snapshot.deltaPlaylist(form) : snapshot.mediaPlaylist(form);
        return responder_.playlist(asked.request, text, form, keeping);
    }
    if (!snapshot.history()) {
        return notKept();
    }
    return reload.mayBeDelta
               ? responder_.playlist(asked.request, snapshot.wholeDeltaPlaylist(form), form, keeping)
               : responder_.playlist(snapshot.wholePlaylist(form), form, keeping);
}

/// A request for the part that the preload hint names waits until it is there.
net::Task<http::Response> MediaService::part(Asked asked) {
    const auto& path = asked.path;
    std::optional<SteadyTime> limit;
    for (;;) {
        const auto stream = current(path.channel);
        const auto snapshot = stream ? stream->find(path.rendition) : nullptr;
        if (!snapshot || !snapshot->isHinted(path.sequence, path.part)) {
            break;
        }
        limit = limit ? limit : longestWait(*snapshot);
        if (!co_await parts_.table->changed(path.channel, *limit)) {
            break;
        }
    }
    co_return co_await segment(std::move(asked));
}

net::Task<http::Response> MediaService::segment(Asked asked) {
    const auto* known = parts_.table->find(asked.path.channel);
    if (known == nullptr) {
        co_return notOnAir(asked.path.channel);
    }
    const std::array streams{known->current, known->previous};
    for (const auto& stream : streams) {
        const auto snapshot = stream ? stream->find(asked.path.rendition) : nullptr;
        if (!snapshot) {
            continue;
        }
        if (!isOpenTo(asked, *stream)) {
            co_return denied(kNeedsToken);
        }
        if (auto body = bodyOf(asked.path, *snapshot); !body.empty()) {
            co_return responder_.media(asked.request, std::move(body), tagFor(*stream, asked.path),
                                       audienceOf(*stream));
        }
        const bool isOld = asked.path.kind == MediaPath::Kind::Init ||
                           (snapshot->history() && snapshot->history()->holds(asked.path.sequence));
        if (parts_.archive != nullptr && snapshot->history() && isOld &&
            asked.path.kind != MediaPath::Kind::Part) {
            co_return co_await archived(std::move(asked), stream);
        }
    }
    co_return noSuchFile(asked.path);
}

/// What has left the window.
net::Task<http::Response> MediaService::archived(Asked asked, StreamSnapshotPtr stream) {
    auto piece = co_await parts_.archive->file(stream->broadcastId, asked.path.rendition, asked.path.file);
    if (!piece) {
        co_return noSuchFile(asked.path);
    }
    Pieces body{std::move(*piece)};
    co_return responder_.media(asked.request, std::move(body), tagFor(*stream, asked.path),
                               audienceOf(*stream));
}

/// The channel's stream once there is something to play; null where there is none.
net::Task<StreamSnapshotPtr> MediaService::playable(std::string channel) {
    const auto limit = parts_.clock.steadyNow() + parts_.settings.firstPlaylist;
    auto& table = *parts_.table;
    for (const auto* stream = table.find(channel); stream != nullptr; stream = table.find(channel)) {
        if (stream->current) {
            co_return stream->current;
        }
        if (!co_await table.changed(channel, limit)) {
            break;
        }
    }
    co_return nullptr;
}

StreamSnapshotPtr MediaService::current(const std::string& channel) const {
    const auto* stream = parts_.table->find(channel);
    return stream != nullptr ? stream->current : nullptr;
}

/// Three target durations (RFC 8216bis 6.2.5.2).
SteadyTime MediaService::longestWait(const WindowSnapshot& snapshot) const {
    return parts_.clock.steadyNow() +
           std::chrono::duration_cast<std::chrono::milliseconds>(3 * snapshot.announcement().targetDuration);
}

http::Response MediaService::denied(std::string_view detail) const {
    return responder_.problem(403, "media.denied", "Not for everyone", detail);
}

http::Response MediaService::notKept() const {
    return responder_.problem(
        404, "media.not_kept", "Not kept",
        "This broadcast is not recorded: only index.m3u8, its live end, can be played.");
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
