#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace footlight::tests {

/// A UDP port of the loopback that nobody has at this moment.
std::uint16_t freeUdpPort();

/// A bad network in one direction: takes datagrams on a port of the loopback and passes them on to another
/// one, all but some. The same seed loses the same ones.
class LossyForwarder {
public:
    LossyForwarder(std::uint16_t to, int lossPercent, std::uint32_t seed = 1);
    ~LossyForwarder();
    LossyForwarder(const LossyForwarder&) = delete;
    LossyForwarder& operator=(const LossyForwarder&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] int lost() const { return lost_; }

private:
    void forwardAll(std::uint16_t to, int lossPercent, std::uint32_t seed);

    int socket_;
    int stop_;
    std::uint16_t port_ = 0;
    std::atomic<int> lost_{0};
    std::thread thread_;
};

}  // namespace footlight::tests
