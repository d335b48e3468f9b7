#include "core/net/http/body_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "core/net/async/work_pool.h"

namespace footlight::net::http {

namespace {

tl::unexpected<Error> diskFailure(const std::string& what) {
    return fail(ErrorCategory::Unavailable, "http.upload",
                what + ": " + std::system_category().message(errno));
}

/// For file systems that know no file without a name.
int openAndUnlink(const std::filesystem::path& folder) {
    std::string path = (folder / "upload-XXXXXX").string();
    const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor >= 0) {
        ::unlink(path.c_str());
    }
    return descriptor;
}

Result<> writeAt(const FilePtr& file, const std::string& bytes, std::uint64_t offset) {
    std::size_t written = 0;
    while (written < bytes.size()) {
        const auto count = ::pwrite(file->descriptor(), bytes.data() + written, bytes.size() - written,
                                    static_cast<off_t>(offset + written));
        if (count < 0 && errno != EINTR) {
            return diskFailure("the upload cannot be kept");
        }
        written += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return {};
}

}  // namespace

Result<BodyFile> BodyFile::create(const std::filesystem::path& folder) {
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
        descriptor = openAndUnlink(folder);
    }
    if (descriptor < 0) {
        return diskFailure("no upload can be kept in " + folder.string());
    }
    return BodyFile(std::make_shared<const OpenFile>(descriptor));
}

Task<Result<>> BodyFile::append(WorkPool& pool, std::string bytes) {
    const std::uint64_t offset = size_;
    size_ += bytes.size();
    auto work = [file = file_, bytes = std::move(bytes), offset] { return writeAt(file, bytes, offset); };
    co_return co_await pool.run(std::move(work));
}

}  // namespace footlight::net::http
