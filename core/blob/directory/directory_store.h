#pragma once

#include <filesystem>

#include "core/relay/ports/blob_store.h"

namespace footlight::blob {

/// Objects as files below one folder (0700, files 0600). Any thread.
class DirectoryStore final : public relay::BlobStore {
public:
    /// Makes the folder where it is missing. Unavailable where it cannot be written.
    static Result<std::unique_ptr<DirectoryStore>> create(std::filesystem::path folder);

    Result<std::unique_ptr<relay::BlobWriter>> append(const std::string& key, std::uint64_t size) override;
    Result<> put(const std::string& key, ByteView bytes) override;
    Result<Piece> open(const std::string& key) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
    Result<> remove(const std::string& key) override;
    Result<> sync() override;
    Result<relay::BlobSpace> space() override;

    DirectoryStore(std::filesystem::path folder, FilePtr root)
        : folder_(std::move(folder)), root_(std::move(root)) {}

private:
    /// Invalid for a key that is none.
    [[nodiscard]] Result<std::filesystem::path> pathOf(const std::string& key) const;
    [[nodiscard]] Result<std::filesystem::path> pathToWrite(const std::string& key) const;

    std::filesystem::path folder_;
    FilePtr root_;  ///< the folder itself, to sync its file system
};

}  // namespace footlight::blob
