#pragma once

#include <atomic>

#include "core/base/logger.h"

namespace footlight::capture {

/// Sends what libobs and its plugins log to `logger` while it lives. libobs is chatty: its notices become
/// debug lines, its warnings and errors stay. One at a time.
class ObsLog {
public:
    explicit ObsLog(Logger logger);
    ~ObsLog();
    ObsLog(const ObsLog&) = delete;
    ObsLog& operator=(const ObsLog&) = delete;

    /// While plugins look around, their complaints about what this machine lacks are debug lines too.
    void setProbing(bool probing) { isProbing_ = probing; }
    void write(int level, std::string_view line) const;

private:
    Logger logger_;
    std::atomic<bool> isProbing_{false};
};

}  // namespace footlight::capture
