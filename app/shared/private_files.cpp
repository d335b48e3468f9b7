#include "app/shared/private_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace footlight::app {

namespace {

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int value() const { return value_; }
    bool close() { return value_ < 0 || ::close(std::exchange(value_, -1)) == 0; }

private:
    int value_;
};

tl::unexpected<Error> failure(const std::string& what, const std::filesystem::path& path) {
    return fail(ErrorCategory::Unavailable, "files.write",
                what + " " + path.string() + ": " + std::strerror(errno));
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
    return true;
}

bool syncFolder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.value() >= 0 && ::fsync(opened.value()) == 0;
}

}  // namespace

Result<> preparePrivateFolder(const std::filesystem::path& folder) {
    std::error_code error;
    const bool isNew = std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCategory::Unavailable, "files.folder",
                    "cannot make the folder " + folder.string() + ": " + error.message() +
                        "; choose another one with --data");
    }
    if (isNew && ::chmod(folder.c_str(), S_IRWXU) != 0) {
        return failure("cannot protect the folder", folder);
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return fail(ErrorCategory::Unavailable, "files.folder",
                    "the folder " + folder.string() + " is not writable: " + std::strerror(errno) +
                        "; change its rights or choose another one with --data");
    }
    return {};
}

Result<> writeAtomically(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::path beside = file;
    beside += ".new";
    Descriptor written(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (written.value() < 0) {
        return failure("cannot write", beside);
    }
    if (!writeAll(written.value(), text) || ::fsync(written.value()) != 0 || !written.close()) {
        return failure("cannot write", beside);
    }
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (::rename(beside.c_str(), file.c_str()) != 0 || !syncFolder(folder)) {
        return failure("cannot write", file);
    }
    return {};
}

}  // namespace footlight::app
