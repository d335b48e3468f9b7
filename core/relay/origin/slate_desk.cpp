#include "core/relay/origin/slate_desk.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <cmath>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr int kUsualWidth = 1280;
constexpr int kUsualHeight = 720;
constexpr double kUsualFrameRate = 30;
constexpr double kHighestFrameRate = 60;

SlateRequest requestFor(const StreamShape& shape, const std::string& slate) {
    SlateRequest request;
    request.slate = slate;
    if (const auto& video = shape.tracks.video) {
        request.width = video->width > 0 ? video->width : kUsualWidth;
        request.height = video->height > 0 ? video->height : kUsualHeight;
        const double rate = shape.frame.count() > 0 ? 1 / media::toSeconds(shape.frame) : kUsualFrameRate;
        request.frameRate = std::clamp(std::round(rate), 1.0, kHighestFrameRate);
    }
    if (const auto& audio = shape.tracks.audio) {
        request.sampleRate = audio->sampleRate;
        request.channels = std::clamp(audio->channels, 1, 2);
    } else {
        request.sampleRate = 0;
    }
    return request;
}

}  // namespace

SlateDesk::SlateDesk(net::Executor executor, SlateLibrary& library, const Clock& clock)
    : executor_(std::move(executor)), library_(library), clock_(clock) {}

void SlateDesk::prepare(const StreamShape& shape, const std::string& slate) {
    auto request = requestFor(shape, slate);
    hasVideo_ = shape.tracks.video.has_value();
    hasAudio_ = shape.tracks.audio.has_value();
    if (shelf_->wanted == request) {
        return;
    }
    shelf_->wanted = request;
    auto deliver = [shelf = shelf_, executor = executor_, request](const SlateClipPtr& clip) {
        boost::asio::post(executor, [shelf, request, clip] {
            if (shelf->wanted == request) {
                shelf->clip = clip;
            }
        });
    };
    library_.fetch(std::move(request), std::move(deliver));
}

StreamShape SlateDesk::start(SteadyTime since) {
    player_.emplace(shelf_->clip, hasVideo_, hasAudio_);
    since_ = since;
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.steadyNow() - since);
    utcSince_ = clock_.utcNow() - ago;
    return {player_->tracks(), shelf_->clip->duration, player_->frame()};
}

std::optional<media::Packet> SlateDesk::next() {
    return player_->next(std::chrono::duration_cast<MediaTime>(clock_.steadyNow() - since_));
}

UtcTime SlateDesk::date(MediaTime at) const {
    return utcSince_ + std::chrono::duration_cast<std::chrono::milliseconds>(at);
}

}  // namespace footlight::relay::origin
