#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/piece.h"
#include "core/base/result.h"

namespace footlight::relay {

/// An object that grows at its end. One thread at a time; what was appended may be read by any.
class BlobWriter {
public:
    virtual ~BlobWriter() = default;
    /// All of it or nothing; returns where it begins. Unavailable where the store takes no more.
    virtual Result<std::uint64_t> append(ByteView bytes) = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// What was appended so far, to read from.
    [[nodiscard]] virtual FilePtr file() const = 0;
};

struct BlobSpace {
    std::uint64_t free = 0;  ///< bytes that we may still write
    std::uint64_t total = 0;
};

/// Named objects of bytes. A key is `folder/sub/name`, of letters, digits, '-', '_' and '.'. Any thread;
/// every call may block.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    /// Opens an object to write at `size`: it is made where it is missing, what lies beyond is cut off.
    /// Corrupt where it is shorter.
    virtual Result<std::unique_ptr<BlobWriter>> append(const std::string& key, std::uint64_t size) = 0;
    /// Replaces an object as a whole: a reader sees the old one or the new one, also after a crash.
    virtual Result<> put(const std::string& key, ByteView bytes) = 0;
    /// The whole object as it is now. NotFound.
    virtual Result<Piece> open(const std::string& key) = 0;
    /// The names right below a folder ("" = the top), sorted; none where there is no such folder.
    virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
    /// Removes an object, or a folder with all that it holds; one that is not there is removed already.
    virtual Result<> remove(const std::string& key) = 0;
    /// What was written before this call outlives a loss of power.
    virtual Result<> sync() = 0;
    virtual Result<BlobSpace> space() = 0;
};

}  // namespace footlight::relay
