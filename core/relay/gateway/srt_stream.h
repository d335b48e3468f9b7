#pragma once

#include <atomic>

#include "core/relay/gateway/srt_library.h"
#include "core/relay/gateway/udp_input.h"

namespace footlight::relay::gateway {

/// Hands what arrives on a connected socket to a transcoder, until the peer ends it, the origin refuses the
/// stream, or `isStopping`. Waits; one thread. After four seconds of silence the stream is over, though not
/// the connection.
void receiveSrt(const SrtSocket& socket, const MakeFeed& makeFeed, const std::atomic<bool>& isStopping,
                const Logger& logger);

}  // namespace footlight::relay::gateway
