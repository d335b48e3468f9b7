#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/base/piece.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/http/message.h"

namespace footlight::net {
class WorkPool;
}

namespace footlight::net::http {

/// Where a route's bodies go that are too large for memory.
struct UploadRule {
    std::uint64_t limit = 0;       ///< bytes; more is a 413
    std::filesystem::path folder;  ///< must exist; on the file system where the upload may stay
};

/// Decides by a request's head; nothing: its body is kept in memory under ServerLimits::body.
using UploadRules = std::function<std::optional<UploadRule>(const Request& head)>;

/// A request body on its way into a file without a name, which is gone with its last owner. To keep it, link
/// /proc/self/fd/<descriptor> to a name (linkat, AT_SYMLINK_FOLLOW) or copy it. One loop; the disk is waited
/// for on the pool.
class BodyFile {
public:
    /// Unavailable where the folder takes no file.
    static Result<BodyFile> create(const std::filesystem::path& folder);

    /// Unavailable where the disk is full or broken.
    [[nodiscard]] Task<Result<>> append(WorkPool& pool, std::string bytes);

    [[nodiscard]] const FilePtr& file() const { return file_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    explicit BodyFile(FilePtr file) : file_(std::move(file)) {}

    FilePtr file_;
    std::uint64_t size_ = 0;
};

}  // namespace footlight::net::http
