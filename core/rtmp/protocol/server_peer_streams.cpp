// What ServerPeer does with one stream: publishing and playing.
#include "core/rtmp/protocol/play_chunks.h"
#include "core/rtmp/protocol/server_answers.h"
#include "core/rtmp/protocol/server_peer.h"
#include "core/rtmp/protocol/status_codes.h"
#include "core/rtmp/protocol/stream_name.h"

namespace footlight::rtmp {

namespace {

constexpr std::size_t kOtherLimit = 64 * 1024;

std::string_view publishCode(ErrorCategory category) {
    switch (category) {
        case ErrorCategory::Conflict:
            return "NetStream.Publish.BadName";
        case ErrorCategory::Denied:
            return "NetStream.Publish.Denied";
        case ErrorCategory::Unavailable:
        case ErrorCategory::Timeout:
            return kPublishUnavailable;
        default:
            return "NetStream.Publish.Rejected";
    }
}

std::string_view playCode(ErrorCategory category) {
    return category == ErrorCategory::NotFound ? "NetStream.Play.StreamNotFound" : "NetStream.Play.Failed";
}

}  // namespace

Result<ServerPeer::Event> ServerPeer::handlePublish(const Command& command, std::uint32_t streamId) {
    if (streams_ == 0) {
        return outOfOrder("publish came before createStream");
    }
    if (state_ != State::Connected) {
        amf0::Object information =
            status("error", "NetStream.Publish.BadName", "this connection publishes or plays already");
        link_.sendCommand(streamId, {"onStatus", 0, amf0::Null{}, {std::move(information)}});
        return std::nullopt;
    }
    stream_ = streamId;
    isToPlay_ = false;
    const std::string* name = command.text(0);
    auto parsed = parseStreamName(app_, name != nullptr ? *name : "");
    if (!parsed) {
        refuse(parsed.error());
        return fail(std::move(parsed.error()));
    }
    state_ = State::Deciding;
    link_.keep();
    return PublishRequested{std::move(parsed->app), Secret(std::move(parsed->key)), client_, capabilities_};
}

Result<ServerPeer::Event> ServerPeer::handlePlay(const Command& command, std::uint32_t streamId) {
    if (streams_ == 0) {
        return outOfOrder("play came before createStream");
    }
    if (state_ != State::Connected) {
        amf0::Object information =
            status("error", "NetStream.Play.Failed", "this connection publishes or plays already");
        link_.sendCommand(streamId, {"onStatus", 0, amf0::Null{}, {std::move(information)}});
        return std::nullopt;
    }
    stream_ = streamId;
    isToPlay_ = true;
    const std::string* name = command.text(0);
    auto parsed = parseStreamName(app_, name != nullptr ? *name : "");
    if (!parsed) {
        const Error missing(ErrorCategory::NotFound, "rtmp.stream_name", "there is no such stream here");
        refuse(missing);
        return fail(std::move(parsed.error()));
    }
    state_ = State::Deciding;
    link_.keep();
    return PlayRequested{std::move(parsed->app), std::move(parsed->key), Secret(queryValue(*name, "token")),
                         client_, streamId};
}

ServerPeer::Event ServerPeer::handlePause(const Command& command) {
    const amf0::Value* first = command.arguments.empty() ? nullptr : &command.arguments[0];
    const bool* isPaused = first != nullptr ? first->boolean() : nullptr;
    if (state_ != State::Playing || isPaused == nullptr) {
        return std::nullopt;
    }
    sendStatus(*isPaused ? status("status", "NetStream.Pause.Notify", "Paused.")
                         : status("status", "NetStream.Unpause.Notify", "Going on at the live edge."));
    link_.sendUserControl(*isPaused ? control::Event::StreamEnd : control::Event::StreamBegin, stream_);
    return PauseRequested{*isPaused};
}

ServerPeer::Event ServerPeer::handleStreamEnd(const Command& command) {
    const double* streamId = command.number(0);
    const bool isAnother = command.name == "deleteStream" && streamId != nullptr && *streamId != stream_;
    if (isAnother) {
        return std::nullopt;
    }
    if (state_ == State::Playing) {
        state_ = State::Connected;
        return PlayFinished{};
    }
    if (state_ != State::Publishing) {
        return std::nullopt;
    }
    state_ = State::Connected;
    sendStatus(status("status", "NetStream.Unpublish.Success", "The stream has ended."));
    return PublishFinished{};
}

Result<ServerPeer::Event> ServerPeer::handleStreamMessage(Message message) {
    const bool isMedia = message.header.type == MessageType::Audio ||
                         message.header.type == MessageType::Video ||
                         message.header.type == MessageType::Aggregate;
    if (isMedia && state_ == State::BeforeConnect) {
        return outOfOrder("media came before connect");
    }
    if (state_ != State::Publishing) {
        return std::nullopt;
    }
    if (auto taken = inbox_.take(std::move(message)); !taken) {
        return fail(std::move(taken.error()));
    }
    auto told = inbox_.next();
    return told ? Event(std::move(*told)) : std::nullopt;
}

void ServerPeer::acceptPublish() {
    state_ = State::Publishing;
    inbox_.begin();
    link_.setLimits({mediaLimit_, kOtherLimit, 2 * mediaLimit_ + kOtherLimit, MessageLimits().chunkStreams});
    link_.sendUserControl(control::Event::StreamBegin, stream_);
    sendStatus(status("status", "NetStream.Publish.Start", "The stream is on air."));
}

void ServerPeer::acceptPlay() {
    state_ = State::Playing;
    link_.setChunkSize(kPlayChunkSize);
    link_.sendUserControl(control::Event::StreamBegin, stream_);
    sendStatus(status("status", "NetStream.Play.Reset", "Nothing else is played."));
    sendStatus(status("status", "NetStream.Play.Start", "The stream begins."));
}

void ServerPeer::refuse(const Error& reason) {
    state_ = State::Connected;
    const auto code = isToPlay_ ? playCode(reason.category()) : publishCode(reason.category());
    sendStatus(status("error", code, reason.message()));
}

void ServerPeer::endPlay() {
    state_ = State::Connected;
    link_.sendUserControl(control::Event::StreamEnd, stream_);
    sendStatus(status("status", "NetStream.Play.UnpublishNotify", "The stream has ended."));
    sendStatus(status("status", "NetStream.Play.Stop", "The stream has ended."));
}

}  // namespace footlight::rtmp
