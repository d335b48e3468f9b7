#pragma once

#include <filesystem>
#include <string>

#include "core/base/piece.h"
#include "core/base/result.h"

namespace footlight::relay::hub {

/// A picture or clip that a channel shows while its publisher is away.
struct Slate {
    Piece bytes;
    std::string type;  ///< its content type
};

/// Slates on disk, each named by its SHA-256. Every call blocks; any thread.
class SlateFiles {
public:
    explicit SlateFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    struct Taken {
        std::string hash;
        std::string type;
    };
    /// Gives the file, which has no name yet, its name in the folder. Invalid where its first bytes are of no
    /// picture or clip that we know.
    [[nodiscard]] Result<Taken> take(const FilePtr& upload) const;
    /// NotFound.
    [[nodiscard]] Result<Slate> open(const std::string& hash, const std::string& type) const;
    void remove(const std::string& hash) const;

private:
    std::filesystem::path folder_;
};

/// "image/png" and the like by a file's first bytes; empty for anything else.
[[nodiscard]] std::string contentTypeOf(std::string_view head);

}  // namespace footlight::relay::hub
