#include "app/transcoder/transcode_command.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "app/shared/address.h"
#include "app/transcoder/confinement.h"
#include "core/media/ffmpeg/library_log.h"
#include "core/relay/transcoder/transcoder.h"

namespace footlight::app {

namespace {

constexpr Confinement kTranscoder{1ULL << 30, 0, true, false};

Result<rtmp::PublishTarget> readTarget(const std::string& origin, const std::string& app) {
    const auto address = Address::parse(origin);
    if (!address) {
        return fail(address.error());
    }
    const char* const key = std::getenv("FOOTLIGHT_STREAM_KEY");
    if (key == nullptr) {
        return fail(ErrorCategory::Invalid, "transcode.key", "FOOTLIGHT_STREAM_KEY holds no stream key");
    }
    rtmp::PublishTarget target;
    target.host = address->host;
    target.port = address->port;
    target.app = app;
    target.streamKey = Secret(key);
    ::unsetenv("FOOTLIGHT_STREAM_KEY");
    return target;
}

}  // namespace

int transcodeInput(const std::string& origin, const std::string& app, int program, const std::string& name) {
    ::signal(SIGPIPE, SIG_IGN);
    media::ffmpeg::silenceLibraries();
    const Logger logger = Logger::toStandardError(LogLevel::Info).child(name);
    const auto target = readTarget(origin, app);
    if (!target) {
        logger.error("{}", target.error().message());
        return 2;
    }
    if (const auto confined = confine(kTranscoder); !confined) {
        logger.error("{}", confined.error().message());
        return 1;
    }
    const auto done = relay::transcoder::transcode(STDIN_FILENO, program, *target, logger);
    if (done) {
        return 0;
    }
    logger.error("{}", done.error().text());
    const ErrorCategory category = done.error().category();
    return category == ErrorCategory::Denied || category == ErrorCategory::Unsupported ? kStreamRefused : 1;
}

}  // namespace footlight::app
