#pragma once

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <type_traits>

#include "core/base/result.h"
#include "core/net/async/task.h"

namespace footlight::net {

/// A few threads for what blocks (database, files). Work goes there and its Result comes back to the caller's
/// loop. At most `queueLimit` pieces are accepted at a time; more are refused as Unavailable.
class WorkPool {
public:
    WorkPool(std::size_t threads, std::size_t queueLimit) : pool_(threads), limit_(queueLimit) {}
    ~WorkPool() { pool_.join(); }
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// `work` returns a Result<T>. Pass a named lambda by std::move (see CONTRIBUTING: GCC 12 and co_await).
    template <typename Work>
    Task<std::invoke_result_t<Work>> run(Work work) {
        if (queued_.fetch_add(1) >= limit_) {
            queued_.fetch_sub(1);
            co_return fail(ErrorCategory::Unavailable, "pool.full",
                           "too much is waiting for the disk; try again");
        }
        auto result = co_await boost::asio::co_spawn(pool_.get_executor(), invoke(std::move(work)),
                                                     boost::asio::use_awaitable);
        queued_.fetch_sub(1);
        co_return result;
    }

private:
    template <typename Work>
    static Task<std::invoke_result_t<Work>> invoke(Work work) {
        co_return work();
    }

    boost::asio::thread_pool pool_;
    std::size_t limit_;
    std::atomic<std::size_t> queued_{0};
};

}  // namespace footlight::net
