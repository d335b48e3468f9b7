#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace footlight::tests {

/// A blocking TCP client that sends exactly the bytes it is given, for what a well-behaved client never
/// sends.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, int receiveBuffer = 0);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False where the other side has closed.
    bool send(std::string_view bytes);
    void endSending();
    /// What arrives until `count` bytes are there, the other side closes, or the time is over.
    std::string receive(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds(5));
    /// Up to and including `mark`.
    std::string receiveUntil(std::string_view mark,
                             std::chrono::milliseconds limit = std::chrono::seconds(5));
    /// Everything until the other side closes; sets isClosed().
    std::string receiveAll(std::chrono::milliseconds limit = std::chrono::seconds(5));
    [[nodiscard]] bool isClosed() const { return isClosed_; }

private:
    bool readSome(std::chrono::steady_clock::time_point until);

    int descriptor_ = -1;
    std::string pending_;
    bool isClosed_ = false;
};

}  // namespace footlight::tests
