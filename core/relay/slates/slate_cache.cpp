#include "core/relay/slates/slate_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace footlight::relay::slates {

namespace fs = std::filesystem;

namespace {

/// Counted up when the default picture changes, so that no cache shows the old one.
constexpr int kDesign = 2;
constexpr std::size_t kShaLetters = 64;

Error failure(const char* what, const std::error_code& error) {
    return {ErrorCategory::Unavailable, "slate.cache", fmt::format("{}: {}", what, error.message())};
}

}  // namespace

bool isSlateName(const std::string& text) {
    return text.size() == kShaLetters && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

fs::path SlateCache::fileOf(const SlateRequest& request) const {
    const auto name = isSlateName(request.slate) ? request.slate : fmt::format("default{}", kDesign);
    return folder_ / fmt::format("{}-{}x{}-{:.3f}-{}-{}.flv", name, request.width, request.height,
                                 request.frameRate, request.sampleRate, request.channels);
}

bool SlateCache::has(const fs::path& file) const {
    std::error_code error;
    fs::last_write_time(file, fs::file_time_type::clock::now(), error);
    return !error;
}

Result<fs::path> SlateCache::unfinished(const fs::path& file) const {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) {
        return fail(failure("cannot make the folder of slates", error));
    }
    return fs::path(file.string() + ".part");
}

Result<> SlateCache::finish(const fs::path& unfinished, const fs::path& file) const {
    std::error_code error;
    fs::rename(unfinished, file, error);
    if (error) {
        return fail(failure("cannot keep the slate", error));
    }
    makeRoom();
    return {};
}

void SlateCache::makeRoom() const {
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code error;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        const auto used = at->last_write_time(gone);
        if (!gone) {
            files.emplace_back(used, at->path());
        }
    }
    std::ranges::sort(files);
    for (std::size_t i = 0; i + kept_ < files.size(); ++i) {
        fs::remove(files[i].second, error);
    }
}

}  // namespace footlight::relay::slates
