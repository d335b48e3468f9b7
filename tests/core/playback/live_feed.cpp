#include "tests/core/playback/live_feed.h"

#include "core/hls/writer.h"

namespace footlight::tests {
namespace {

using media::MediaTime;

constexpr MediaTime kPartTarget = std::chrono::milliseconds(220);
constexpr std::uint64_t kFirstSequence = 100;

}  // namespace

LiveFeed::LiveFeed(const Clip& clip, Options options)
    : clip_(clip), options_(options), server_([this](const FeedRequest& request, FeedServer::Reply reply) {
          handle(request, std::move(reply));
      }) {
    server_.relayTime = [this] { return toMilliseconds(now()); };
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, &server_, [this] {
        while (released_ < static_cast<int>(clip_.parts.size()) && now() >= Clip::startsAt() &&
               std::chrono::steady_clock::now() >=
                   *lastRelease_ +
                       std::chrono::duration_cast<SteadyTime::duration>(part(released_).duration)) {
            const auto due =
                *lastRelease_ + std::chrono::duration_cast<SteadyTime::duration>(part(released_).duration);
            release(1);
            lastRelease_ = due;
        }
    });
}

void LiveFeed::release(int parts) {
    released_ += parts;
    lastRelease_ = std::chrono::steady_clock::now();
    answerWaiting();
}

void LiveFeed::run() {
    lastRelease_ = std::chrono::steady_clock::now();
    timer_.start(5);
}

void LiveFeed::end() {
    timer_.stop();
    ended_ = true;
    answerWaiting();
}

void LiveFeed::goLiveAgain() {
    // The broadcast before left a segment open: it stays short of nothing.
    released_ += (options_.partsPerSegment - released_ % options_.partsPerSegment) % options_.partsPerSegment;
    ended_ = false;
    release(1);
}

UtcTime LiveFeed::now() const {
    MediaTime sum{};
    for (int i = 0; i < released_; ++i) {
        sum += part(i).duration;
    }
    const auto since =
        lastRelease_ ? std::chrono::steady_clock::now() - *lastRelease_ : SteadyTime::duration{};
    return Clip::startsAt() + std::chrono::round<std::chrono::milliseconds>(sum) +
           std::chrono::round<std::chrono::milliseconds>(since);
}

void LiveFeed::handle(const FeedRequest& request, FeedServer::Reply reply) {
    if (!answer(request.path, request.query, reply)) {
        waiting_.push_back({request.path, request.query, std::move(reply)});
    }
}

bool LiveFeed::answer(const QString& path, const QUrlQuery& query, const FeedServer::Reply& reply) {
    if (!isLive_) {
        reply({404, "not live", {}});
        return true;
    }
    if (path.endsWith(QStringLiteral("index.m3u8"))) {
        hls::MultivariantPlaylist multivariant;
        multivariant.variants.push_back(
            {"media.m3u8", "source", 900'000, 0, "avc1.42c01e,mp4a.40.2", kClipWidth, kClipHeight, 30, ""});
        reply({200, QByteArray::fromStdString(hls::writeMultivariantPlaylist(multivariant)), {}});
        return true;
    }
    if (path.endsWith(QStringLiteral("media.m3u8"))) {
        return answerPlaylist(query, reply);
    }
    if (path.endsWith(QStringLiteral(".mp4"))) {
        reply({200, clip_.initSegment, {}});
        return true;
    }
    const auto numbers = path.section(QLatin1Char('/'), -1).split(QLatin1Char('.'));
    const int sequence = numbers.value(0).toInt();
    const int first = (sequence - static_cast<int>(kFirstSequence)) * options_.partsPerSegment;
    if (numbers.size() == 2) {
        QByteArray whole;
        for (int i = first; i < first + options_.partsPerSegment && i < released_; ++i) {
            whole += part(i).bytes;
        }
        reply({200, whole, {}});
        return true;
    }
    const int wanted = first + numbers.value(1).toInt();
    if (wanted >= released_ && !ended_) {
        return false;
    }
    answerPart(wanted, reply);
    return true;
}

void LiveFeed::answerPart(int index, const FeedServer::Reply& reply) {
    if (lost_.contains(index) || index >= released_) {
        reply({404, "lost", {}});
        return;
    }
    const FeedAnswer answer{200, part(index).bytes, {}};
    if (delay_.count() > 0) {
        QTimer::singleShot(delay_, &server_, [reply, answer] { reply(answer); });
    } else {
        reply(answer);
    }
}

bool LiveFeed::answerPlaylist(const QUrlQuery& query, const FeedServer::Reply& reply) {
    if (query.hasQueryItem(QStringLiteral("_HLS_msn")) && !ended_) {
        const auto sequence =
            query.queryItemValue(QStringLiteral("_HLS_msn")).toInt() - static_cast<int>(kFirstSequence);
        const int wanted =
            sequence * options_.partsPerSegment + query.queryItemValue(QStringLiteral("_HLS_part")).toInt();
        if (wanted >= released_) {
            return false;
        }
    }
    const bool delta = options_.deltaUpdates && query.hasQueryItem(QStringLiteral("_HLS_skip"));
    reply({200, QByteArray::fromStdString(playlist(delta)), {}});
    deltasServed_ += delta ? 1 : 0;
    return true;
}

void LiveFeed::answerWaiting() {
    auto waiting = std::exchange(waiting_, {});
    for (auto& one : waiting) {
        if (!answer(one.path, one.query, one.reply)) {
            waiting_.push_back(std::move(one));
        }
    }
}

std::string LiveFeed::playlist(bool delta) const {
    hls::MediaPlaylist list;
    list.version = 9;
    list.targetDuration = std::chrono::seconds(2);
    if (options_.lowLatency) {
        list.partTarget = kPartTarget;
        list.serverControl = {true, 3 * kPartTarget, std::chrono::seconds(6),
                              options_.deltaUpdates ? std::chrono::seconds(12) : std::chrono::seconds(0)};
    }
    const int complete = released_ / options_.partsPerSegment;
    const int firstListed = std::max(0, complete - static_cast<int>(options_.window));
    list.mediaSequence = kFirstSequence + static_cast<std::uint64_t>(firstListed);
    for (int i = firstListed; i < complete; ++i) {
        list.segments.push_back(segment(i * options_.partsPerSegment, options_.partsPerSegment));
        list.segments.back().uri = std::to_string(kFirstSequence + static_cast<std::uint64_t>(i)) + ".m4s";
    }
    const int open = released_ % options_.partsPerSegment;
    if (options_.lowLatency && !ended_) {
        if (open > 0) {
            list.open = segment(complete * options_.partsPerSegment, open);
        }
        list.preloadHints.push_back({hls::PreloadHint::Type::Part, partName(released_).toStdString()});
    }
    list.endList = ended_;
    list.type = options_.isEvent ? hls::PlaylistType::Event : hls::PlaylistType::Live;
    if (delta && list.segments.size() > 6) {
        list.skippedSegments = list.segments.size() - 6;
        list.segments.erase(list.segments.begin(), list.segments.end() - 6);
    }
    return hls::writeMediaPlaylist(list);
}

hls::Segment LiveFeed::segment(int first, int count) const {
    hls::Segment made;
    made.map = hls::Map{"init.mp4", std::nullopt};
    made.discontinuity =
        options_.discontinuityAfter > 0 && first > 0 && first % options_.discontinuityAfter == 0;
    MediaTime before{};
    for (int i = 0; i < first; ++i) {
        before += part(i).duration;
    }
    made.programDateTime = Clip::startsAt() + std::chrono::round<std::chrono::milliseconds>(before);
    for (int i = first; i < first + count; ++i) {
        made.duration += part(i).duration;
        if (options_.lowLatency) {
            made.parts.push_back(
                {partName(i).toStdString(), part(i).duration, part(i).isIndependent, false, std::nullopt});
        }
    }
    if (count < options_.partsPerSegment) {
        made.duration = {};
    }
    return made;
}

/// With a discontinuity the clip begins again from its start.
const ClipPart& LiveFeed::part(int index) const {
    const int period =
        options_.discontinuityAfter > 0 ? options_.discontinuityAfter : static_cast<int>(clip_.parts.size());
    return clip_.parts[static_cast<std::size_t>(index % period)];
}

QString LiveFeed::partName(int index) const {
    return QStringLiteral("%1.%2.m4s")
        .arg(static_cast<int>(kFirstSequence) + index / options_.partsPerSegment)
        .arg(index % options_.partsPerSegment);
}

}  // namespace footlight::tests
