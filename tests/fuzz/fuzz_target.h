#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/base/bytes.h"

/// The entry of libFuzzer, and of the program that replays the seeds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace footlight::fuzz {

/// What must hold for any input; ends the process where it does not.
inline void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Hands `input` out in reads of the size that its first byte tells, each in memory of its own, so that the
/// sanitizer sees any use of bytes that are gone.
template <typename Taker>
void inPieces(ByteView input, Taker take) {
    const std::size_t step = input.empty() || input[0] == 0 ? 64 * 1024 : input[0];
    for (std::size_t at = 1; at < input.size(); at += step) {
        const ByteView piece = input.subspan(at, std::min(step, input.size() - at));
        const Bytes copy(piece.begin(), piece.end());
        if (!take(ByteView(copy))) {
            return;
        }
    }
}

}  // namespace footlight::fuzz
