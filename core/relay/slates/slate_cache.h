#pragma once

#include <filesystem>
#include <string>

#include "core/relay/ports/slate_maker.h"

namespace footlight::relay::slates {

/// The folder of finished slates. One thread at a time; another process may empty it at any time.
class SlateCache {
public:
    /// At most `kept` files stay; those used longest ago go first.
    SlateCache(std::filesystem::path folder, std::size_t kept) : folder_(std::move(folder)), kept_(kept) {}

    /// Where the slate of this request is, or will be. Requests that give the same slate have the same file.
    [[nodiscard]] std::filesystem::path fileOf(const SlateRequest& request) const;
    /// True where the slate is there; it counts as used now.
    [[nodiscard]] bool has(const std::filesystem::path& file) const;
    /// Where to write a slate before it is finished. Unavailable where the folder cannot be made.
    [[nodiscard]] Result<std::filesystem::path> unfinished(const std::filesystem::path& file) const;
    /// Makes what was written there the slate, and room where there are too many.
    Result<> finish(const std::filesystem::path& unfinished, const std::filesystem::path& file) const;

private:
    void makeRoom() const;

    std::filesystem::path folder_;
    std::size_t kept_;
};

/// True for the name of a file below <data>/slates: a SHA-256 in lower-case hexadecimal.
bool isSlateName(const std::string& text);

}  // namespace footlight::relay::slates
