#include "core/blob/directory/file_writer.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace footlight::blob {

tl::unexpected<Error> systemFailure(int number, const std::string& what) {
    if (number == ENOSPC || number == EDQUOT) {
        return fail(ErrorCategory::Unavailable, "blob.full", "the disk is full");
    }
    return fail(ErrorCategory::Unavailable, "blob.disk", what + ": " + std::strerror(number));
}

Result<> writeAt(int descriptor, std::uint64_t size, ByteView bytes, const std::string& name) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count =
            ::pwrite(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(size + done));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            const int number = count < 0 ? errno : ENOSPC;
            // What was written of it must not stay; where even that fails, the next write goes over it.
            static_cast<void>(::ftruncate(descriptor, static_cast<off_t>(size)) == 0);
            return systemFailure(number, "cannot write " + name);
        }
        done += static_cast<std::size_t>(count);
    }
    return {};
}

Result<std::unique_ptr<relay::BlobWriter>> FileWriter::open(const std::filesystem::path& path,
                                                            std::uint64_t size) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return systemFailure(errno, "cannot open " + path.string());
    }
    auto file = std::make_shared<const OpenFile>(descriptor);
    struct stat now {};
    if (::fstat(descriptor, &now) != 0) {
        return systemFailure(errno, "cannot look at " + path.string());
    }
    if (static_cast<std::uint64_t>(now.st_size) < size) {
        return fail(ErrorCategory::Corrupt, "blob.short", path.string() + " is shorter than it should be");
    }
    if (static_cast<std::uint64_t>(now.st_size) > size &&
        ::ftruncate(descriptor, static_cast<off_t>(size)) != 0) {
        return systemFailure(errno, "cannot cut " + path.string());
    }
    return std::make_unique<FileWriter>(std::move(file), size, path.string());
}

Result<std::uint64_t> FileWriter::append(ByteView bytes) {
    if (auto written = writeAt(file_->descriptor(), size_, bytes, name_); !written) {
        return fail(std::move(written.error()));
    }
    const auto begin = size_;
    size_ += bytes.size();
    return begin;
}

}  // namespace footlight::blob
