#include "core/blob/directory/directory_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>

#include "core/blob/directory/file_writer.h"

namespace footlight::blob {
namespace {

constexpr std::string_view kNewSuffix = ".new";

bool isName(std::string_view name) {
    const auto isAllowed = [](char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') ||
               one == '-' || one == '_' || one == '.';
    };
    return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), isAllowed);
}

bool isKey(std::string_view key) {
    for (;;) {
        const auto slash = key.find('/');
        if (!isName(key.substr(0, slash))) {
            return false;
        }
        if (slash == std::string_view::npos) {
            return true;
        }
        key.remove_prefix(slash + 1);
    }
}

/// So that the name of a file outlives a loss of power.
void syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

Result<std::unique_ptr<DirectoryStore>> DirectoryStore::create(std::filesystem::path folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return systemFailure(error.value(), "cannot make " + folder.string());
    }
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || ::access(folder.c_str(), W_OK) != 0) {
        return systemFailure(errno, "cannot write in " + folder.string());
    }
    ::fchmod(descriptor, 0700);
    return std::make_unique<DirectoryStore>(std::move(folder), std::make_shared<const OpenFile>(descriptor));
}

Result<std::filesystem::path> DirectoryStore::pathOf(const std::string& key) const {
    if (!isKey(key)) {
        return fail(ErrorCategory::Invalid, "blob.key", "\"" + key + "\" is no name of an object");
    }
    return folder_ / key;
}

Result<std::filesystem::path> DirectoryStore::pathToWrite(const std::string& key) const {
    auto path = pathOf(key);
    if (path) {
        std::error_code error;
        std::filesystem::create_directories(path->parent_path(), error);
        if (error) {
            return systemFailure(error.value(), "cannot make " + path->parent_path().string());
        }
    }
    return path;
}

Result<std::unique_ptr<relay::BlobWriter>> DirectoryStore::append(const std::string& key,
                                                                  std::uint64_t size) {
    auto path = pathToWrite(key);
    if (!path) {
        return fail(std::move(path.error()));
    }
    return FileWriter::open(*path, size);
}

Result<> DirectoryStore::put(const std::string& key, ByteView bytes) {
    auto path = pathToWrite(key);
    if (!path) {
        return fail(std::move(path.error()));
    }
    auto temporary = *path;
    temporary += kNewSuffix;
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return systemFailure(errno, "cannot open " + temporary.string());
    }
    const OpenFile file(descriptor);
    if (auto written = writeAt(descriptor, 0, bytes, temporary.string()); !written) {
        ::unlink(temporary.c_str());
        return written;
    }
    if (::fdatasync(descriptor) != 0 || ::rename(temporary.c_str(), path->c_str()) != 0) {
        return systemFailure(errno, "cannot write " + path->string());
    }
    syncFolder(path->parent_path());
    return {};
}

Result<Piece> DirectoryStore::open(const std::string& key) {
    auto path = pathOf(key);
    if (!path) {
        return fail(std::move(path.error()));
    }
    const int descriptor = ::open(path->c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno == ENOENT ? fail(ErrorCategory::NotFound, "blob.none", "there is no \"" + key + "\"")
                               : systemFailure(errno, "cannot open " + path->string());
    }
    auto file = std::make_shared<const OpenFile>(descriptor);
    struct stat now {};
    if (::fstat(descriptor, &now) != 0 || !S_ISREG(now.st_mode)) {
        return fail(ErrorCategory::NotFound, "blob.none", "\"" + key + "\" is no file");
    }
    return Piece::of(std::move(file), 0, static_cast<std::uint64_t>(now.st_size));
}

Result<std::vector<std::string>> DirectoryStore::list(const std::string& folder) {
    std::filesystem::path path = folder_;
    if (!folder.empty()) {
        auto below = pathOf(folder);
        if (!below) {
            return fail(std::move(below.error()));
        }
        path = std::move(*below);
    }
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
         entry.increment(error)) {
        auto name = entry->path().filename().string();
        if (isName(name) && !name.ends_with(kNewSuffix)) {
            names.push_back(std::move(name));
        }
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        return systemFailure(error.value(), "cannot list " + path.string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<> DirectoryStore::remove(const std::string& key) {
    auto path = pathOf(key);
    if (!path) {
        return fail(std::move(path.error()));
    }
    std::error_code error;
    std::filesystem::remove_all(*path, error);
    return error ? Result<>(systemFailure(error.value(), "cannot remove " + path->string())) : Result<>{};
}

Result<> DirectoryStore::sync() {
    return ::syncfs(root_->descriptor()) == 0 ? Result<>{}
                                              : Result<>(systemFailure(errno, "cannot sync the disk"));
}

Result<relay::BlobSpace> DirectoryStore::space() {
    struct statvfs now {};
    if (::fstatvfs(root_->descriptor(), &now) != 0) {
        return systemFailure(errno, "cannot look at the disk");
    }
    const std::uint64_t block = now.f_frsize;
    return relay::BlobSpace{now.f_bavail * block, now.f_blocks * block};
}

}  // namespace footlight::blob
