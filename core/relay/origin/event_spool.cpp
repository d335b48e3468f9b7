#include "core/relay/origin/event_spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/wire/json.h"

namespace footlight::relay::origin {
namespace {

tl::unexpected<Error> diskError(const std::filesystem::path& file) {
    return fail(ErrorCategory::Unavailable, "origin.spool",
                "cannot write " + file.string() + ": " + std::strerror(errno));
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

}  // namespace

EventSpool::Loaded EventSpool::load() const {
    Loaded loaded;
    std::ifstream stream(file_);
    for (std::string line; std::getline(stream, line);) {
        if (auto read = wire::parse<wire::PublishEvents>(line)) {
            loaded.events.insert(loaded.events.end(), read->events.begin(), read->events.end());
        } else {
            ++loaded.unreadable;
        }
    }
    return loaded;
}

Result<void> EventSpool::save(const std::vector<wire::PublishEvent>& events) const {
    std::error_code ignored;
    if (events.empty()) {
        std::filesystem::remove(file_, ignored);
        return {};
    }
    std::string text;
    for (const auto& event : events) {
        wire::PublishEvents line;
        line.events.push_back(event);
        text += wire::toJson(line) + "\n";
    }
    std::filesystem::create_directories(file_.parent_path(), ignored);
    auto temporary = file_;
    temporary += ".new";
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return diskError(temporary);
    }
    const bool isWritten = writeAll(descriptor, text) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!isWritten || ::rename(temporary.c_str(), file_.c_str()) != 0) {
        return diskError(file_);
    }
    return {};
}

}  // namespace footlight::relay::origin
