#include "core/capture/local_copy/copy_shelf.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <optional>

namespace footlight::capture {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

std::optional<UtcTime> startOf(const fs::path& file) {
    std::tm date{};
    int millis = 0;
    int length = 0;
    const std::string name = file.filename().string();
    const int fields =
        std::sscanf(name.c_str(), "footlight %4d-%2d-%2d %2d.%2d.%2d.%3d.flv%n", &date.tm_year, &date.tm_mon,
                    &date.tm_mday, &date.tm_hour, &date.tm_min, &date.tm_sec, &millis, &length);
    if (fields != 7 || static_cast<std::size_t>(length) != name.size()) {
        return std::nullopt;
    }
    date.tm_year -= 1900;
    date.tm_mon -= 1;
    return utcFromMilliseconds(static_cast<std::int64_t>(timegm(&date)) * 1000 + millis);
}

UtcTime lastWrite(const fs::path& file, UtcTime otherwise) {
    std::error_code error;
    const auto at = fs::last_write_time(file, error);
    return error ? otherwise
                 : std::chrono::time_point_cast<milliseconds>(std::chrono::file_clock::to_sys(at));
}

}  // namespace

fs::path copyName(UtcTime startsAt) {
    const auto since = startsAt.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
    return fmt::format("footlight {:%Y-%m-%d %H.%M.%S}.{:03}.flv",
                       fmt::gmtime(static_cast<std::time_t>(seconds.count())),
                       std::chrono::duration_cast<milliseconds>(since - seconds).count());
}

std::vector<KeptCopy> copiesIn(const fs::path& folder) {
    std::vector<KeptCopy> copies;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        const auto startsAt = startOf(each->path());
        if (startsAt) {
            std::error_code unknown;
            const auto bytes = fs::file_size(each->path(), unknown);
            copies.push_back(
                {each->path(), *startsAt, lastWrite(each->path(), *startsAt), unknown ? 0 : bytes});
        }
    }
    std::sort(copies.begin(), copies.end(),
              [](const auto& a, const auto& b) { return a.startsAt < b.startsAt; });
    return copies;
}

void tidy(const LocalCopyRule& rule, UtcTime now, const fs::path& spared) {
    const auto copies = copiesIn(rule.folder);
    std::uint64_t sum = 0;
    for (auto each = copies.rbegin(); each != copies.rend(); ++each) {
        sum += each->bytes;
        const bool isOld = now - each->startsAt > std::chrono::hours(24) * rule.keepDays;
        if (each->file != spared && (isOld || sum > rule.keepBytes)) {
            std::error_code gone;
            fs::remove(each->file, gone);
        }
    }
}

}  // namespace footlight::capture
