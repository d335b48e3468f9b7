#pragma once

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

    void write(int level, std::string_view line) const;

private:
    Logger logger_;
};

}  // namespace footlight::capture
