#pragma once

#include <atomic>
#include <boost/asio/post.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/net/async/task.h"

namespace footlight::relay::origin {

/// Brings a publisher's calls to the executor of its LiveStream, in order. Where both live on one loop a call
/// is made at once; otherwise calls wait together for one post. Used by the publisher's loop.
class Courier : public std::enable_shared_from_this<Courier> {
public:
    Courier(net::Executor from, net::Executor to) : to_(std::move(to)), isDirect_(from == to_) {}

    /// False where more than `kMostBytes` wait: the call is not made, nor any other that has a weight.
    template <typename Call>
    bool send(std::size_t weight, Call call) {
        if (isDirect_) {
            call();
            return true;
        }
        return queue(weight, std::move(call));
    }

private:
    static constexpr std::size_t kMostBytes = 16 * 1024 * 1024;

    bool queue(std::size_t weight, std::function<void()> call) {
        const std::lock_guard guard(mutex_);
        if (weight > 0 && waitingBytes_ + weight > kMostBytes) {
            return false;
        }
        waitingBytes_ += weight;
        waiting_.push_back(std::move(call));
        if (waiting_.size() == 1) {
            boost::asio::post(to_, [self = shared_from_this()] { self->deliver(); });
        }
        return true;
    }
    void deliver() {
        std::vector<std::function<void()>> calls;
        {
            const std::lock_guard guard(mutex_);
            calls.swap(waiting_);
            waitingBytes_ = 0;
        }
        for (auto& call : calls) {
            call();
        }
    }

    net::Executor to_;
    bool isDirect_;
    std::mutex mutex_;
    std::vector<std::function<void()>> waiting_;
    std::size_t waitingBytes_ = 0;
};

}  // namespace footlight::relay::origin
