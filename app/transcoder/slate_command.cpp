#include "app/transcoder/slate_command.h"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "app/transcoder/confinement.h"
#include "core/media/ffmpeg/library_log.h"

namespace footlight::app {

namespace {

constexpr std::size_t kLargestSource = 64 * 1024 * 1024;
constexpr Confinement kOwnPicture{2ULL << 30, 60, false, true};
constexpr Confinement kForeignPicture{2ULL << 30, 60, false, false};

Result<Bytes> readInput() {
    Bytes bytes;
    std::array<std::uint8_t, 64 * 1024> block{};
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, block.data(), block.size());
        if (count <= 0) {
            return bytes;
        }
        bytes.insert(bytes.end(), block.begin(), block.begin() + count);
        if (bytes.size() > kLargestSource) {
            return fail(ErrorCategory::Invalid, "slate.size", "the slate's file is larger than 64 MiB");
        }
    }
}

Result<Bytes> make(const media::ffmpeg::SlateShape& shape, bool isFromInput) {
    auto source = isFromInput ? readInput() : Result<Bytes>();
    if (!source) {
        return source;
    }
    if (auto confined = confine(isFromInput ? kForeignPicture : kOwnPicture); !confined) {
        return fail(std::move(confined.error()));
    }
    return isFromInput ? media::ffmpeg::encodeSlate(shape, *source)
                       : media::ffmpeg::encodeDefaultSlate(shape);
}

}  // namespace

int writeSlate(const media::ffmpeg::SlateShape& shape, bool isFromInput) {
    media::ffmpeg::silenceLibraries();
    const auto made = make(shape, isFromInput);
    if (!made) {
        std::fprintf(stderr, "footlight-relay-transcoder: %s\n", made.error().text().c_str());
        return 1;
    }
    const bool isWritten = std::fwrite(made->data(), 1, made->size(), stdout) == made->size();
    return isWritten && std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace footlight::app
