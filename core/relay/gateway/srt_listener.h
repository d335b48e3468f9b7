#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <set>
#include <string>
#include <thread>

#include "core/base/guarded.h"
#include "core/relay/gateway/srt_stream.h"
#include "core/relay/gateway/stream_id.h"

namespace footlight::relay::gateway {

struct SrtListenerOptions {
    int descriptor = -1;  ///< a bound UDP socket; a duplicate of it is used
    Secret passphrase;    ///< empty: streams are not encrypted, and only programs of this machine may send
    bool isOpen = false;  ///< without a passphrase other machines may send too
    int latency = 120;    ///< milliseconds, at least
    std::size_t streams = 64;
    /// Whether the key may publish: Denied where it may not. Waits half a second at most; called by libsrt's
    /// thread.
    std::function<Result<>(const StreamName&, const std::string& address)> authorize;
    /// The transcoder of a stream; called by the stream's thread.
    std::function<std::unique_ptr<StreamFeed>(const StreamName&)> makeFeed;
};

/// Takes SRT callers, each on a thread of its own. Who is refused is told the reason in SRT's codes: 1400
/// (stream id), 1401 (key), 1402 (too many), 1403 (no passphrase), 1405 (wants to play), 1409 (key in use),
/// 1503 (the hub is away).
class SrtListener {
public:
    /// Unavailable where libsrt cannot have the socket.
    static Result<std::unique_ptr<SrtListener>> open(SrtListenerOptions options, Logger logger);
    /// Ends every stream.
    ~SrtListener();
    SrtListener(const SrtListener&) = delete;
    SrtListener& operator=(const SrtListener&) = delete;

    /// Any thread.
    [[nodiscard]] std::size_t streams() const { return count_; }

private:
    struct Stream {
        std::thread thread;
        std::atomic<bool> hasEnded{false};
    };

    SrtListener(SrtListenerOptions options, Logger logger);
    Result<> listen();
    static int decide(void* self, SRTSOCKET caller, int version, const sockaddr* peer, const char* streamId);
    [[nodiscard]] int refusal(const sockaddr* peer, const std::string& streamId) const;
    void acceptAll();
    void serve(SrtSocket socket, const std::string& address, Stream& stream);
    void joinEnded();

    SrtListenerOptions options_;
    Logger logger_;
    SrtSocket listener_;
    std::atomic<bool> isStopping_{false};
    std::atomic<std::size_t> count_{0};
    mutable Guarded<std::set<std::string>> inUse_;  ///< hashes of app and key
    std::list<Stream> streams_;                     ///< of the accepting thread
    std::thread accepting_;
};

}  // namespace footlight::relay::gateway
