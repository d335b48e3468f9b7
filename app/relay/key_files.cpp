#include "app/relay/key_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "app/shared/private_files.h"
#include "core/base/piece.h"

namespace footlight::app {

namespace {

constexpr unsigned kBits = 256;
/// So many characters have 256 bits in base64.
constexpr std::size_t kLength = 43;

Result<Secret> readKey(const std::filesystem::path& file) {
    const OpenFile opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (opened.descriptor() < 0) {
        return fail(errno == ENOENT ? ErrorCategory::NotFound : ErrorCategory::Unavailable, "keys.file",
                    "cannot read " + file.string() + ": " + std::strerror(errno));
    }
    std::array<char, kLength + 1> text{};
    const auto count = ::read(opened.descriptor(), text.data(), text.size());
    if (count != static_cast<ssize_t>(kLength)) {
        return fail(ErrorCategory::Corrupt, "keys.file",
                    file.string() +
                        " holds no key; restore it from a backup. Without it, delete it: a new one "
                        "is made, links expire and the targets' keys must be entered anew");
    }
    return Secret(std::string(text.data(), kLength));
}

Result<Secret> openKey(const std::filesystem::path& file) {
    auto key = readKey(file);
    if (key || key.error().category() != ErrorCategory::NotFound) {
        return key;
    }
    // Hub and origin may both be first: the file that is linked stays, and both read it.
    const auto own = std::filesystem::path(file.string() + "." + std::to_string(::getpid()));
    if (auto written = writeAtomically(own, Secret::random(kBits).reveal()); !written) {
        return fail(std::move(written.error()));
    }
    [[maybe_unused]] const int isFirst = ::link(own.c_str(), file.c_str());
    std::error_code ignored;
    std::filesystem::remove(own, ignored);
    return readKey(file);
}

}  // namespace

Result<KeyFiles> KeyFiles::open(const Settings& settings) {
    const std::filesystem::path folder = settings.text("relay.data");
    auto sealing = openKey(folder / "seal.key");
    if (!sealing) {
        return fail(std::move(sealing.error()));
    }
    auto media = openKey(folder / "media.key");
    if (!media) {
        return fail(std::move(media.error()));
    }
    return KeyFiles{std::move(*sealing), std::move(*media)};
}

}  // namespace footlight::app
