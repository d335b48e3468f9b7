#include "core/relay/vod/vod_service.h"

#include <fmt/format.h>

#include <charconv>

#include "core/accounts/name.h"
#include "core/relay/vod/download.h"
#include "core/relay/vod/fill.h"

namespace footlight::relay::vod {
namespace {

namespace http = net::http;
using origin::Caching;
using Form = origin::WindowSnapshot::Form;
using recording::RecordingPtr;

/// Of the indices of downloads that were begun.
constexpr std::uint64_t kDownloads = 64U << 20U;
constexpr std::uint64_t kMostUploaded = 8ULL << 30U;  // RELIABILITY L12

/// Seconds, as in `?from=12.5`; nothing for what is no time, `otherwise` where it is not said.
std::optional<media::MediaTime> timeOf(const http::Request& request, std::string_view name,
                                       media::MediaTime otherwise) {
    constexpr double kMost = 1e6;
    const auto text = request.queryParameter(name);
    if (!text) {
        return otherwise;
    }
    double seconds = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (error != std::errc{} || end != text->data() + text->size() || !(seconds >= 0 && seconds <= kMost)) {
        return std::nullopt;
    }
    return std::chrono::round<media::MediaTime>(std::chrono::duration<double>(seconds));
}

/// `?from=<ms>&to=<ms>` of the capture clock.
std::optional<FillRange> rangeOf(const http::Request& request) {
    const auto number = [&request](std::string_view name) {
        const auto text = request.queryParameter(name).value_or("");
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    };
    const auto from = number("from");
    const auto to = number("to");
    constexpr std::int64_t kMost = 100'000'000'000'000;
    if (!from || !to || *from < 0 || *to <= *from || *to > kMost) {
        return std::nullopt;
    }
    return FillRange{utcFromMilliseconds(*from), utcFromMilliseconds(*to)};
}

void setHeader(http::Response& response, std::string_view name, std::string value) {
    std::erase_if(response.headers, [name](const http::Header& header) { return header.name == name; });
    response.with(std::string(name), std::move(value));
}

/// What a token opened is kept by its holder alone.
origin::Audience audienceOf(recording::Recording& recording) {
    return recording.lock()->file.record.policy.visibility == Visibility::Protected
               ? origin::Audience::TokenHolder
               : origin::Audience::Anyone;
}

std::string fileName(const recording::RecordFile& file) {
    return fmt::format("{}-{}.mp4", file.record.channel, toIso8601(file.record.startedAt).substr(0, 10));
}

}  // namespace

VodService::VodService(Parts parts)
    : parts_(parts), responder_(parts.clock), texts_(kTexts), downloads_(kDownloads) {}

net::Task<http::Response> VodService::handle(http::Request request) {
    auto path = VodPath::parse(request.path);
    if (request.method == http::Method::Options) {
        co_return responder_.options();
    }
    if (!path) {
        co_return notFound();
    }
    if (path->kind == VodPath::Kind::Fill && request.method == http::Method::Post) {
        co_return co_await fill(std::move(request), std::move(*path));
    }
    if (request.method != http::Method::Get && request.method != http::Method::Head) {
        co_return responder_.methodNotAllowed();
    }
    auto found = co_await parts_.archive.find(path->broadcast);
    if (!found) {
        co_return found.error().category() == ErrorCategory::Unavailable
            ? responder_.problem(503, "vod.busy", "Not now", found.error().message())
            : notFound();
    }
    if (!mayPlay(*path, **found)) {
        co_return responder_.problem(403, "vod.protected", "Protected",
                                     "This recording is protected: open it from its channel's page.");
    }
    switch (path->kind) {
        case VodPath::Kind::Multivariant:
            co_return co_await multivariant(std::move(request), std::move(*found));
        case VodPath::Kind::MediaPlaylist:
            co_return co_await playlist(std::move(request), std::move(*path), std::move(*found));
        case VodPath::Kind::File:
            co_return co_await file(std::move(request), std::move(*path), std::move(*found));
        case VodPath::Kind::Download:
            co_return co_await download(std::move(request), std::move(*found));
        case VodPath::Kind::Fill:
            break;
    }
    co_return responder_.methodNotAllowed();
}

/// A token opens its channel, or this one broadcast.
bool VodService::mayPlay(const VodPath& path, recording::Recording& recording) const {
    const auto record = recording.lock()->file.record;
    if (record.policy.visibility != Visibility::Protected) {
        return true;
    }
    const auto claim = parts_.tokens.read(path.token, parts_.clock.utcNow());
    return claim && claim->purpose == accounts::MediaPurpose::Play &&
           (claim->subject == path.broadcast.text() || claim->subject == accounts::foldName(record.channel));
}

net::Task<http::Response> VodService::multivariant(http::Request request, RecordingPtr recording) {
    const auto key = recording->folder();
    std::string text;
    std::uint64_t version = 0;
    {
        auto content = recording->lock();
        text = content->file.record.multivariant;
        version = content->version;
    }
    if (text.empty()) {
        co_return notFound();
    }
    auto cached = texts_.find(key, version);
    if (!cached) {
        cached = texts_.add(key, version, std::move(text));
    }
    co_return this->text(request, *cached, audienceOf(*recording));
}

net::Task<http::Response> VodService::playlist(http::Request request, VodPath path, RecordingPtr recording) {
    auto work = [this, recording, rendition = path.rendition] { return textOf(*recording, rendition); };
    auto text = co_await parts_.archive.readers().run(std::move(work));
    co_return text ? this->text(request, **text, audienceOf(*recording)) : notFound();
}

Result<CachedTextPtr> VodService::textOf(recording::Recording& recording, const std::string& rendition) {
    const auto key = recording.folder() + "/" + rendition;
    VodList list;
    std::uint64_t version = 0;
    {
        auto content = recording.lock();
        version = content->version;
        if (auto known = texts_.find(key, version)) {
            return known;
        }
        list = listOf(*content, rendition);
    }
    if (list.segments.empty()) {
        return fail(ErrorCategory::NotFound, "vod.empty", "nothing of it was kept");
    }
    auto made = texts_.add(key, version, printList(list));
    static_cast<void>(made->gzip());  // here rather than on the loop
    return made;
}

http::Response VodService::text(const http::Request& request, const CachedText& text,
                                origin::Audience audience) const {
    const bool isGzip = origin::MediaResponder::takesGzip(request);
    const origin::MediaResponder::Keeping keeping{Caching::NotAtAll, audience};
    return responder_.playlist(request, isGzip ? text.gzip() : text.plain(),
                               isGzip ? Form::Gzip : Form::Plain, keeping);
}

net::Task<http::Response> VodService::file(http::Request request, VodPath path, RecordingPtr recording) {
    auto work = [recording, path] { return recording->file(path.rendition, path.file); };
    auto piece = co_await parts_.archive.readers().run(std::move(work));
    if (!piece) {
        co_return notFound();
    }
    Pieces body{std::move(*piece)};
    auto tag = fmt::format("\"{}-{}-{}\"", path.broadcast.text(), path.rendition, path.file);
    co_return responder_.media(request, std::move(body), std::move(tag), audienceOf(*recording));
}

net::Task<http::Response> VodService::download(http::Request request, RecordingPtr recording) {
    const auto from = timeOf(request, "from", media::MediaTime{});
    const auto to = timeOf(request, "to", media::MediaTime::max());
    if (!from || !to || *to <= *from) {
        co_return responder_.problem(
            400, "vod.cut", "Bad cut",
            "`from` and `to` are seconds from the recording's begin, `to` the later.");
    }
    std::string rendition(request.queryParameter("rendition").value_or("source"));
    auto work = [this, recording, rendition, from = *from, to = *to] {
        return downloadOf(*recording, rendition, from, to);
    };
    auto made = co_await parts_.archive.readers().run(std::move(work));
    if (!made) {
        co_return made.error().category() == ErrorCategory::Unavailable
            ? responder_.problem(503, "vod.busy", "Not now", made.error().message())
            : notFound();
    }
    auto response = responder_.media(request, (*made)->pieces, (*made)->tag, audienceOf(*recording));
    setHeader(response, "Cache-Control", "no-cache");
    setHeader(response, "Content-Disposition",
              fmt::format("attachment; filename=\"{}\"", fileName(recording->lock()->file)));
    co_return response;
}

Result<DownloadPtr> VodService::downloadOf(recording::Recording& recording, const std::string& rendition,
                                           media::MediaTime from, media::MediaTime to) {
    const auto key = fmt::format("{}/{}/{}/{}", recording.folder(), rendition, from.count(), to.count());
    VodList list;
    std::uint64_t version = 0;
    {
        auto content = recording.lock();
        version = content->version;
        list = listOf(*content, rendition);
    }
    if (auto known = downloads_.find(key, version)) {
        return known;
    }
    auto pieces = makeDownload(recording, rendition, list, from, to);
    if (!pieces) {
        return fail(std::move(pieces.error()));
    }
    // The index names every byte that follows.
    auto tag = origin::tagOf(*pieces->front().memory);
    auto made = std::make_shared<const Download>(Download{std::move(*pieces), std::move(tag)});
    downloads_.add(key, version, made);
    return made;
}

bool VodService::mayFill(const VodPath& path, const FillRange& range) const {
    const auto claim = parts_.tokens.read(path.token, parts_.clock.utcNow());
    return claim && claim->purpose == accounts::MediaPurpose::Upload &&
           claim->subject == accounts::fillSubject(path.broadcast.text(), range.from, range.to);
}

bool VodService::isUpload(const http::Request& head) const {
    const auto path = VodPath::parse(head.path);
    const auto range = rangeOf(head);
    return path && range && path->kind == VodPath::Kind::Fill && head.method == http::Method::Post &&
           mayFill(*path, *range);
}

std::uint64_t VodService::uploadLimit() const {
    return std::min(kMostUploaded, parts_.archive.disk().room() / 2);
}

net::Task<http::Response> VodService::fill(http::Request request, VodPath path) {
    const auto range = rangeOf(request);
    if (!range) {
        co_return responder_.problem(400, "vod.fill", "Bad upload",
                                     "`from` and `to` are milliseconds of the capture clock.");
    }
    if (!mayFill(path, *range)) {
        co_return responder_.problem(
            403, "vod.ticket", "No ticket",
            "Ask the relay for a ticket to fill this hole; it is good for two hours, and for that hole.");
    }
    if (!request.bodyFile) {
        co_return responder_.problem(400, "vod.fill", "Bad upload", "The body is to be an FLV file.");
    }
    auto found = co_await parts_.archive.find(path.broadcast);
    if (!found) {
        co_return notFound();
    }
    if (!filling_.lock()->insert(path.broadcast).second) {
        co_return responder_.problem(409, "vod.filling", "One at a time",
                                     "Another upload for this recording is being worked on.");
    }
    // Given back whatever becomes of the work.
    std::shared_ptr<void> place(
        nullptr, [this, broadcast = path.broadcast](void*) { filling_.lock()->erase(broadcast); });
    auto work = [this, recording = *found, file = Piece::of(request.bodyFile, 0, request.bodyFileSize),
                 range = *range, place = std::move(place)]() mutable {
        auto filled = fillHole(parts_.archive, *recording, file, range);
        place.reset();
        return filled;
    };
    const auto filled = co_await parts_.archive.readers().run(std::move(work));
    if (!filled) {
        co_return refusal(filled.error());
    }
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(*filled);
    co_return http::textResponse(201, "application/json",
                                 fmt::format("{{\"filledMs\":{}}}", milliseconds.count()));
}

http::Response VodService::refusal(const Error& error) const {
    const auto status = error.category() == ErrorCategory::NotFound      ? 404U
                        : error.category() == ErrorCategory::Unavailable ? 503U
                                                                         : 422U;
    return responder_.problem(status, error.code(), "Not filled", error.message());
}

http::Response VodService::notFound() const {
    return responder_.problem(404, "vod.none", "No such recording",
                              "It was deleted, never kept, or its address is wrong.");
}

}  // namespace footlight::relay::vod
