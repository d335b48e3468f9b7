#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

#include "core/base/guarded.h"
#include "core/capture/delivery/destination_link.h"
#include "core/net/async/deadline.h"

namespace footlight::capture {

/// What destinations heard, and how they answer. Any thread.
struct FakeNetwork {
    struct Heard {
        std::vector<media::Packet> packets;
        std::vector<std::pair<media::MediaTime, UtcTime>> clocks;
        std::optional<BroadcastFormat> format;
        int connections = 0;
        int goodbyes = 0;
    };

    Guarded<Heard> heard;
    /// The answers to the next tries to connect; empty: yes.
    Guarded<std::deque<Error>> refusals;
    /// Fails the next send, once.
    std::atomic<bool> breakNext{false};
    /// While set, a send does not come back.
    std::atomic<bool> isStuck{false};
};

class FakeLink final : public DestinationLink {
public:
    explicit FakeLink(FakeNetwork& network) : network_(network) {}

    net::Task<Result<void>> start(BroadcastFormat format) override {
        network_.heard.lock()->format = std::move(format);
        co_return Result<void>{};
    }
    net::Task<Result<void>> send(media::Packet packet) override {
        while (network_.isStuck) {
            co_await net::pause(std::chrono::milliseconds(5));
        }
        if (network_.breakNext.exchange(false)) {
            co_return fail(ErrorCategory::Closed, "fake.broken", "The relay went away.");
        }
        network_.heard.lock()->packets.push_back(std::move(packet));
        co_return Result<void>{};
    }
    net::Task<Result<void>> sendCaptureClock(media::MediaTime at, UtcTime utc) override {
        network_.heard.lock()->clocks.emplace_back(at, utc);
        co_return Result<void>{};
    }
    net::Task<Result<void>> finish() override {
        ++network_.heard.lock()->goodbyes;
        co_return Result<void>{};
    }
    [[nodiscard]] LinkStatistics statistics() const override {
        return {.roundTrip = std::chrono::microseconds(700), .unsentBytes = 0};
    }

private:
    FakeNetwork& network_;
};

class FakeConnector final : public DestinationConnector {
public:
    explicit FakeConnector(FakeNetwork& network) : network_(network) {}

    net::Task<Result<std::unique_ptr<DestinationLink>>> connect(Destination) override {
        ++network_.heard.lock()->connections;
        auto refusals = network_.refusals.lock();
        if (!refusals->empty()) {
            auto refusal = std::move(refusals->front());
            refusals->pop_front();
            co_return fail(std::move(refusal));
        }
        co_return std::make_unique<FakeLink>(network_);
    }

private:
    FakeNetwork& network_;
};

}  // namespace footlight::capture
