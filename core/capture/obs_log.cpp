#include "core/capture/obs_log.h"

#include <util/base.h>

#include <array>
#include <cstdio>

namespace footlight::capture {

namespace {

void handleLine(int level, const char* format, va_list arguments, void* log) {
    std::array<char, 2048> line{};
    const int length = std::vsnprintf(line.data(), line.size(), format, arguments);
    if (length > 0) {
        static_cast<const ObsLog*>(log)->write(level, line.data());
    }
}

void dropLine(int, const char*, va_list, void*) {}

}  // namespace

ObsLog::ObsLog(Logger logger) : logger_(std::move(logger)) { base_set_log_handler(handleLine, this); }

ObsLog::~ObsLog() { base_set_log_handler(dropLine, nullptr); }

void ObsLog::write(int level, std::string_view line) const {
    if (isProbing_) {
        logger_.debug("{}", line);
    } else if (level <= LOG_ERROR) {
        logger_.error("{}", line);
    } else if (level <= LOG_WARNING) {
        logger_.warning("{}", line);
    } else {
        logger_.debug("{}", line);
    }
}

}  // namespace footlight::capture
