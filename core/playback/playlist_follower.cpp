#include "core/playback/playlist_follower.h"

#include <QUrlQuery>
#include <algorithm>

#include "core/hls/parser.h"
#include "core/playback/fetch_plan.h"

namespace footlight::playback {
namespace {

using namespace std::chrono_literals;
using hls::MediaPlaylist;

constexpr qsizetype kPlaylistBytes = 4 * 1024 * 1024;
constexpr auto kPlainTimeout = 5s;
constexpr auto kFirstRetry = 500ms;
/// Cheap for the relay, and part of the time from Go live to the first picture of those who wait.
constexpr auto kNotLiveRetry = 300ms;
constexpr auto kLastRetry = 2s;
/// An ended live channel is looked at this often: it may go live again.
constexpr auto kEndedPoll = 2s;
constexpr auto kFastestPoll = 200ms;
constexpr int kBlockingFailures = 3;
/// A playlist that cannot be read once may be half written; so many times it is broken.
constexpr int kCorruptAtMost = 3;

std::chrono::milliseconds toMilliseconds(media::MediaTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

std::string_view textOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString nameOf(const hls::Variant& variant) {
    if (!variant.name.empty()) {
        return QString::fromStdString(variant.name);
    }
    return variant.height > 0 ? QString::number(variant.height) + QStringLiteral("p") : QString();
}

}  // namespace

PlaylistFollower::PlaylistFollower(HttpFetcher& fetcher, QObject* parent)
    : QObject(parent), fetcher_(fetcher), timer_(this) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { (this->*onTimer_)(); });
}

void PlaylistFollower::open(const QUrl& url) {
    close();
    topUrl_ = url;
    loadTop();
}

void PlaylistFollower::close() {
    timer_.stop();
    delete fetch_.data();
    playlist_.reset();
    failures_ = blockingFailures_ = 0;
    deltaIsBroken_ = false;
}

void PlaylistFollower::hurry() {
    if (timer_.isActive()) {
        later(0ms, &PlaylistFollower::loadMedia);
    }
}

void PlaylistFollower::request(const QUrl& url, std::chrono::milliseconds timeout,
                               void (PlaylistFollower::*done)(Result<Fetched>)) {
    timer_.stop();
    delete fetch_.data();
    FetchRequest request{url, std::nullopt, kPlaylistBytes, timeout};
    fetch_ = fetcher_.fetch(this, std::move(request), [this, done](Result<Fetched> result) {
        fetch_.clear();
        (this->*done)(std::move(result));
    });
}

void PlaylistFollower::loadTop() { request(topUrl_, kPlainTimeout, &PlaylistFollower::topLoaded); }

void PlaylistFollower::loadMedia() { request(mediaUrl_, kPlainTimeout, &PlaylistFollower::mediaLoaded); }

void PlaylistFollower::loadBlocking() {
    // A server holds a request for three target durations at most.
    const auto timeout = toMilliseconds(3 * playlist_->targetDuration) + 1s;
    request(blockingUrl(), timeout, &PlaylistFollower::blockingLoaded);
}

void PlaylistFollower::topLoaded(Result<Fetched> result) {
    if (!result) {
        failed(result.error());
        return;
    }
    auto parsed = hls::parsePlaylist(textOf(result->body));
    if (!parsed) {
        failed(parsed.error());
        return;
    }
    if (const auto* multivariant = std::get_if<hls::MultivariantPlaylist>(&*parsed)) {
        chooseVariant(*multivariant, result->url);
        return;
    }
    mediaUrl_ = result->url;
    take(std::get<MediaPlaylist>(std::move(*parsed)));
}

void PlaylistFollower::chooseVariant(const hls::MultivariantPlaylist& playlist, const QUrl& base) {
    if (playlist.variants.empty()) {
        Q_EMIT refused(tr("The stream's playlist lists nothing to play."));
        return;
    }
    // The first one is what the server wants players to begin with (RFC 8216 6.3.1).
    const auto& variant = playlist.variants.front();
    mediaUrl_ = base.resolved(QUrl(QString::fromStdString(variant.uri)));
    Q_EMIT renditionChanged(nameOf(variant));
    loadMedia();
}

void PlaylistFollower::mediaLoaded(Result<Fetched> result) {
    if (!result) {
        failed(result.error());
        return;
    }
    auto parsed = hls::parsePlaylist(textOf(result->body));
    if (!parsed) {
        failed(parsed.error());
        return;
    }
    auto* playlist = std::get_if<MediaPlaylist>(&*parsed);
    if (playlist == nullptr) {
        Q_EMIT refused(
            tr("The stream's playlist lists playlists of playlists, which Footlight does not follow."));
        return;
    }
    mediaUrl_ = result->url;
    take(std::move(*playlist));
}

void PlaylistFollower::blockingLoaded(Result<Fetched> result) {
    if (!result) {
        ++blockingFailures_;
        loadMedia();
        return;
    }
    auto parsed = hls::parsePlaylist(textOf(result->body));
    auto* playlist = parsed ? std::get_if<MediaPlaylist>(&*parsed) : nullptr;
    if (playlist == nullptr) {
        ++blockingFailures_;
        loadMedia();
        return;
    }
    if (playlist->skippedSegments > 0) {
        auto whole = hls::applyDelta(*playlist_, std::move(*playlist));
        if (!whole) {
            deltaIsBroken_ = true;
            loadMedia();
            return;
        }
        *playlist = std::move(*whole);
    }
    blockingFailures_ = 0;
    take(std::move(*playlist));
}

void PlaylistFollower::take(MediaPlaylist playlist) {
    failures_ = 0;
    const bool hasChanged = !playlist_ || *playlist_ != playlist;
    playlist_ = std::make_shared<const MediaPlaylist>(std::move(playlist));
    takenAt_ = std::chrono::steady_clock::now();
    schedule(hasChanged);
    Q_EMIT updated(playlist_);
}

void PlaylistFollower::schedule(bool hasChanged) {
    if (playlist_->endList) {
        if (playlist_->type == hls::PlaylistType::Live) {
            later(kEndedPoll, &PlaylistFollower::loadMedia);
        }
        return;
    }
    if (playlist_->serverControl.canBlockReload && blockingFailures_ < kBlockingFailures) {
        loadBlocking();
        return;
    }
    const auto span =
        playlist_->partTarget > media::MediaTime{} ? playlist_->partTarget : playlist_->targetDuration;
    const auto wait = toMilliseconds(hasChanged ? span : span / 2);
    later(std::max<std::chrono::milliseconds>(wait, kFastestPoll), &PlaylistFollower::loadMedia);
}

void PlaylistFollower::failed(const Error& error) {
    ++failures_;
    const auto message = QString::fromStdString(error.message());
    const bool isBroken =
        error.category() == ErrorCategory::Corrupt || error.category() == ErrorCategory::Invalid;
    if (error.category() == ErrorCategory::Denied ||
        (isBroken && (!playlist_ || failures_ >= kCorruptAtMost))) {
        Q_EMIT refused(message);
        return;
    }
    // A publisher that is gone may come back with another variant: ask from the top. Not live is asked about
    // at an even pace: it is the relay's ordinary answer, and the show may begin any moment.
    const bool isNotLive = error.category() == ErrorCategory::NotFound;
    const auto backoff = kFirstRetry * std::min(failures_, 4);
    later(isNotLive ? std::chrono::milliseconds(kNotLiveRetry)
                    : std::min<std::chrono::milliseconds>(backoff, kLastRetry),
          &PlaylistFollower::loadTop);
    Q_EMIT waiting(message);
}

void PlaylistFollower::later(std::chrono::milliseconds delay, void (PlaylistFollower::*what)()) {
    onTimer_ = what;
    timer_.start(delay);
}

QUrl PlaylistFollower::blockingUrl() const {
    const auto next = endOf(*playlist_);
    QUrl url(mediaUrl_);
    QUrlQuery query(url);
    query.addQueryItem(QStringLiteral("_HLS_msn"), QString::number(next.sequence));
    if (playlist_->partTarget > media::MediaTime{}) {
        query.addQueryItem(QStringLiteral("_HLS_part"), QString::number(next.part));
    }
    if (mayAskForDelta()) {
        query.addQueryItem(QStringLiteral("_HLS_skip"), QStringLiteral("YES"));
    }
    url.setQuery(query);
    return url;
}

/// A delta reaches back CAN-SKIP-UNTIL from the edge; ours must be younger than that by a margin.
bool PlaylistFollower::mayAskForDelta() const {
    const auto age = std::chrono::steady_clock::now() - takenAt_;
    return !deltaIsBroken_ && playlist_->serverControl.canSkipUntil > media::MediaTime{} &&
           age < playlist_->serverControl.canSkipUntil / 2;
}

}  // namespace footlight::playback
