#include "core/net/async/event_loops.h"

#include <algorithm>

namespace footlight::net {

struct EventLoops::Loop {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread{[this] { context.run(); }};
};

EventLoops::EventLoops(unsigned count) {
    for (unsigned i = 0; i < std::max(count, 1U); ++i) {
        loops_.push_back(std::make_unique<Loop>());
    }
}

EventLoops::~EventLoops() {
    for (const auto& loop : loops_) {
        loop->context.stop();
        loop->thread.join();
    }
}

Executor EventLoops::executor(std::size_t index) {
    return loops_[index % loops_.size()]->context.get_executor();
}

}  // namespace footlight::net
