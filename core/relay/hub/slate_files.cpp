#include "core/relay/hub/slate_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/base/sha256.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kBlock = 64 * 1024;

tl::unexpected<Error> failure(const std::filesystem::path& file) {
    return fail(ErrorCategory::Unavailable, errno == ENOSPC ? "store.disk_full" : "slate.disk",
                "cannot use " + file.string() + ": " + std::strerror(errno));
}

struct Contents {
    std::string head;
    std::string hash;
};

Result<Contents> readThrough(int descriptor) {
    Sha256 hash;
    Contents contents;
    std::string block(kBlock, '\0');
    off_t at = 0;
    for (;;) {
        const auto count = ::pread(descriptor, block.data(), block.size(), at);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return failure("the upload");
        }
        if (count == 0) {
            break;
        }
        if (at == 0) {
            contents.head.assign(block, 0, static_cast<std::size_t>(count));
        }
        hash.add(std::string_view(block).substr(0, static_cast<std::size_t>(count)));
        at += count;
    }
    contents.hash = hash.hex();
    return contents;
}

bool syncFolder(const std::filesystem::path& folder) {
    const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.descriptor() >= 0 && ::fsync(opened.descriptor()) == 0;
}

/// The same bytes may lie there already: then nothing is to be done.
bool giveName(int descriptor, const std::filesystem::path& file) {
    const auto source = "/proc/self/fd/" + std::to_string(descriptor);
    return ::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0 ||
           errno == EEXIST;
}

}  // namespace

std::string contentTypeOf(std::string_view head) {
    using namespace std::string_view_literals;
    const auto has = [head](std::size_t at, std::string_view bytes) {
        return head.size() >= at && head.substr(at).starts_with(bytes);
    };
    constexpr std::size_t kTsPacket = 188;
    if (has(0, "\x89PNG\r\n\x1a\n"sv)) {
        return "image/png";
    }
    if (has(0, "\xff\xd8\xff"sv)) {
        return "image/jpeg";
    }
    if (has(0, "GIF87a"sv) || has(0, "GIF89a"sv)) {
        return "image/gif";
    }
    if (has(0, "RIFF"sv) && has(8, "WEBP"sv)) {
        return "image/webp";
    }
    if (has(4, "ftyp"sv)) {
        return "video/mp4";
    }
    if (has(0, "\x1a\x45\xdf\xa3"sv)) {
        return head.substr(0, 64).find("webm") != std::string_view::npos ? "video/webm" : "video/x-matroska";
    }
    if (has(0, "FLV\x01"sv)) {
        return "video/x-flv";
    }
    if (has(0, "G"sv) && has(kTsPacket, "G"sv) && has(2 * kTsPacket, "G"sv)) {
        return "video/mp2t";
    }
    return "";
}

Result<SlateFiles::Taken> SlateFiles::take(const FilePtr& upload) const {
    auto contents = readThrough(upload->descriptor());
    if (!contents) {
        return fail(std::move(contents.error()));
    }
    auto type = contentTypeOf(contents->head);
    if (type.empty()) {
        return fail(ErrorCategory::Invalid, "slate.kind",
                    "That is no picture (PNG, JPEG, GIF, WebP) and no clip (MP4, WebM, Matroska, MPEG-TS, "
                    "FLV) that the relay knows.");
    }
    const auto file = folder_ / contents->hash;
    if (::fsync(upload->descriptor()) != 0 || !giveName(upload->descriptor(), file) || !syncFolder(folder_)) {
        return failure(file);
    }
    return Taken{std::move(contents->hash), std::move(type)};
}

Result<Slate> SlateFiles::open(const std::string& hash, const std::string& type) const {
    const auto file = folder_ / hash;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (hash.empty() || descriptor < 0) {
        return fail(ErrorCategory::NotFound, "slate.none", "The channel shows the relay's own picture.");
    }
    const auto size = ::lseek(descriptor, 0, SEEK_END);
    auto opened = std::make_shared<const OpenFile>(descriptor);
    return Slate{Piece::of(std::move(opened), 0, static_cast<std::uint64_t>(std::max<off_t>(size, 0))), type};
}

void SlateFiles::remove(const std::string& hash) const {
    if (!hash.empty()) {
        std::error_code ignored;
        std::filesystem::remove(folder_ / hash, ignored);
    }
}

}  // namespace footlight::relay::hub
