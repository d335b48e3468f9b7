#include "core/capture/broadcast_session.h"

#include <boost/asio/post.hpp>

#include "core/capture/encoder_setup.h"
#include "core/capture/studio_core.h"

namespace footlight::capture {

Result<std::unique_ptr<BroadcastSession>> BroadcastSession::start(StudioCore& core,
                                                                  DestinationConnector& connector,
                                                                  std::vector<Destination> destinations,
                                                                  const EncoderSettings& settings,
                                                                  StateListener listener) {
    std::unique_ptr<BroadcastSession> session(new BroadcastSession(core, connector, settings));
    if (auto made = session->makeEncoders(); !made) {
        return fail(std::move(made.error()));
    }
    session->startSenders(std::move(destinations), listener);
    if (auto started = session->startOutput(); !started) {
        return fail(std::move(started.error()));
    }
    return session;
}

BroadcastSession::BroadcastSession(StudioCore& core, DestinationConnector& connector,
                                   const EncoderSettings& settings)
    : core_(core),
      connector_(connector),
      settings_(settings),
      skippedBefore_(video_output_get_skipped_frames(obs_get_video())),
      laggedBefore_(obs_get_lagged_frames()) {
    if (settings_.localCopy) {
        copy_ = std::make_unique<LocalCopy>(*settings_.localCopy, core_.clock());
    }
    onLoop([this] {
        tasks_ = std::make_unique<net::TaskGroup>(loops_.executor(0), core_.logger().child("live"));
    });
}

BroadcastSession::~BroadcastSession() {
    stop();
    output_.reset();  // waits until no packet can come any more
    if (!senders_.empty()) {
        allClosed_.get_future().wait();
    }
    onLoop([this] {
        senders_.clear();
        tasks_.reset();
    });
}

Result<void> BroadcastSession::makeEncoders() {
    auto video = makeVideoEncoder(settings_, core_.plugins());
    if (!video) {
        return fail(std::move(video.error()));
    }
    auto audio = makeAudioEncoder(settings_, core_.plugins());
    if (!audio) {
        return fail(std::move(audio.error()));
    }
    video_ = std::move(*video);
    audio_ = std::move(*audio);
    return {};
}

Result<void> BroadcastSession::startOutput() {
    output_ = makeBroadcastOutput(*this, core_.relayClock());
    if (!output_) {
        return fail(ErrorCategory::Unavailable, "capture.output",
                    "libobs refused our output; please report this.");
    }
    obs_output_set_video_encoder(output_.get(), video_.get());
    obs_output_set_audio_encoder(output_.get(), audio_.get(), 0);
    if (!obs_output_start(output_.get())) {
        const char* why = obs_output_get_last_error(output_.get());
        return fail(ErrorCategory::Unavailable, "capture.encoder",
                    std::string("The encoders did not start") +
                        (why != nullptr ? std::string(": ") + why : ".") +
                        " Try a lower resolution or another preset.");
    }
    return {};
}

void BroadcastSession::startSenders(std::vector<Destination> destinations, const StateListener& listener) {
    const auto told = [this, listener](const DestinationStatistics& destination) {
        noteState(destination.state);
        if (listener) {
            listener(destination);
        }
    };
    onLoop([&] {
        for (auto& destination : destinations) {
            senders_.push_back(std::make_unique<DestinationSender>(loops_.executor(0), std::move(destination),
                                                                   connector_, core_.clock(), told,
                                                                   core_.logger().child("live")));
            senders_.back()->start();
        }
        open_ = senders_.size();
    });
}

void BroadcastSession::stop() {
    if (isStopping_) {
        return;
    }
    isStopping_ = true;
    counters_.lock()->stoppedAt = core_.clock().steadyNow();
    if (output_) {
        obs_output_stop(output_.get());
    }
    boost::asio::post(loops_.executor(0), [this] {
        for (const auto& sender : senders_) {
            tasks_->spawn("goodbye", closeOne(*sender));
        }
    });
}

net::Task<> BroadcastSession::closeOne(DestinationSender& sender) {
    co_await sender.close();
    if (--open_ == 0) {
        allClosed_.set_value();
    }
}

LiveStatistics BroadcastSession::statistics() const {
    LiveStatistics live;
    live.onAir = !isStopping_;
    const auto now = core_.clock().steadyNow();
    {
        auto counters = counters_.lock();
        live.encodedFrames = counters->frames;
        live.fps = counters->frameRate.perSecond(now);
        live.kbps = counters->bytes.perSecond(now) * 8 / 1000;
        if (counters->liveSince != SteadyTime{}) {
            const auto until = isStopping_ ? counters->stoppedAt : now;
            live.timeOnAir =
                std::chrono::duration_cast<std::chrono::milliseconds>(until - counters->liveSince);
        }
    }
    live.localCopyProblem = copy_ ? copy_->problem() : std::string();
    live.skippedFrames = video_output_get_skipped_frames(obs_get_video()) - skippedBefore_;
    live.laggedFrames = obs_get_lagged_frames() - laggedBefore_;
    for (const auto& sender : senders_) {
        live.destinations.push_back(sender->statistics());
    }
    return live;
}

void BroadcastSession::noteState(DestinationState state) {
    auto counters = counters_.lock();
    if (state == DestinationState::Live && counters->liveSince == SteadyTime{}) {
        counters->liveSince = core_.clock().steadyNow();
    }
}

void BroadcastSession::onLoop(const std::function<void()>& work) {
    std::promise<void> done;
    boost::asio::post(loops_.executor(0), [&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

void BroadcastSession::format(BroadcastFormat format) {
    format.videoKbps = settings_.videoKbps;
    format.audioKbps = settings_.audioKbps;
    format.keyFrameInterval = std::chrono::seconds(settings_.keyframeSeconds);
    if (copy_) {
        copy_->setTracks(format.tracks);
    }
    for (const auto& sender : senders_) {
        sender->setFormat(format);
    }
}

void BroadcastSession::packet(OutgoingPacket packet) {
    {
        const auto now = core_.clock().steadyNow();
        auto counters = counters_.lock();
        counters->bytes.add(static_cast<double>(packet.packet.payload->size()), now);
        if (packet.packet.kind == media::MediaKind::Video) {
            ++counters->frames;
            counters->frameRate.add(1, now);
        }
    }
    for (const auto& sender : senders_) {
        sender->push(packet);
    }
    if (copy_) {
        copy_->push(std::move(packet));
    }
}

void BroadcastSession::failed(std::string why) {
    boost::asio::post(loops_.executor(0), [this, why = std::move(why)] {
        for (const auto& sender : senders_) {
            sender->abandon(why);
        }
    });
}

}  // namespace footlight::capture
