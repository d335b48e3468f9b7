#pragma once

#include <filesystem>

#include "core/relay/ports/blob_store.h"

namespace footlight::blob {

/// Unavailable, with what the system says about `what`.
tl::unexpected<Error> systemFailure(int number, const std::string& what);

/// Writes all of it, or cuts the file back to `size`.
Result<> writeAt(int descriptor, std::uint64_t size, ByteView bytes, const std::string& name);

/// A file that grows at its end. One thread at a time.
class FileWriter final : public relay::BlobWriter {
public:
    static Result<std::unique_ptr<relay::BlobWriter>> open(const std::filesystem::path& path,
                                                           std::uint64_t size);

    Result<std::uint64_t> append(ByteView bytes) override;
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] FilePtr file() const override { return file_; }

    FileWriter(FilePtr file, std::uint64_t size, std::string name)
        : file_(std::move(file)), size_(size), name_(std::move(name)) {}

private:
    FilePtr file_;
    std::uint64_t size_;
    std::string name_;
};

}  // namespace footlight::blob
