#include "core/relay/hub/signal.h"

namespace footlight::relay::hub {
namespace {

/// A timer's place among those who wait, left however the wait ends.
class Entry {
public:
    Entry(std::set<boost::asio::steady_timer*>& waiting, boost::asio::steady_timer& timer)
        : waiting_(waiting), timer_(timer) {
        waiting_.insert(&timer_);
    }
    ~Entry() { waiting_.erase(&timer_); }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

private:
    std::set<boost::asio::steady_timer*>& waiting_;
    boost::asio::steady_timer& timer_;
};

}  // namespace

net::Task<> Signal::wait(std::chrono::milliseconds limit) {
    if (isClosed_) {
        co_return;
    }
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
    const Entry entry(waiting_, timer);
    co_await timer.async_wait(net::kValues);
}

void Signal::notify() {
    for (auto* timer : waiting_) {
        timer->cancel();
    }
}

void Signal::close() {
    isClosed_ = true;
    notify();
}

}  // namespace footlight::relay::hub
