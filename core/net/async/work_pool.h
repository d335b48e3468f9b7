#pragma once

#include <atomic>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <type_traits>
#include <utility>

#include "core/base/result.h"
#include "core/net/async/task.h"

namespace footlight::net {

/// A few threads for what blocks (database, files). Work goes there and its Result comes back to the caller's
/// loop. At most `queueLimit` pieces are accepted at a time; more are refused as Unavailable.
class WorkPool {
public:
    WorkPool(std::size_t threads, std::size_t queueLimit) : limit_(queueLimit), pool_(threads) {}
    ~WorkPool() { pool_.join(); }
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// `work` returns a Result<T>. Pass a named lambda by std::move (see CONTRIBUTING: GCC 12 and co_await).
    /// Accepted work is done and awaited even where its caller is cancelled: it may use what the caller owns.
    template <typename Work>
    Task<std::invoke_result_t<Work>> run(Work work) {
        Place place(queued_);
        if (place.number() > limit_) {
            co_return fail(ErrorCategory::Unavailable, "pool.full",
                           "too much is waiting for the disk; try again");
        }
        auto result = invoke(std::move(work), std::move(place));
        co_return co_await awaited(std::move(result));
    }

    /// The same, never refused: for who has one piece at a time, and would lose what is in it.
    template <typename Work>
    Task<std::invoke_result_t<Work>> runAlways(Work work) {
        Place place(queued_);
        auto result = invoke(std::move(work), std::move(place));
        co_return co_await awaited(std::move(result));
    }

private:
    /// One place in the queue: it goes with the work, so that it comes back however the caller ends.
    class Place {
    public:
        explicit Place(std::atomic<std::size_t>& queued)
            : queued_(&queued), number_(queued.fetch_add(1) + 1) {}
        Place(Place&& other) noexcept
            : queued_(std::exchange(other.queued_, nullptr)), number_(other.number_) {}
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        Place& operator=(Place&&) = delete;
        ~Place() { leave(); }

        [[nodiscard]] std::size_t number() const { return number_; }
        void leave() {
            if (auto* queued = std::exchange(queued_, nullptr)) {
                queued->fetch_sub(1);
            }
        }

    private:
        std::atomic<std::size_t>* queued_;
        std::size_t number_;
    };

    template <typename Work>
    static Task<std::invoke_result_t<Work>> invoke(Work work, Place place) {
        auto result = work();
        place.leave();  // before the caller hears of it, so that it finds its place free
        co_return result;
    }

    template <typename Outcome>
    Task<Outcome> awaited(Task<Outcome> working) {
        auto uncancelled =
            boost::asio::bind_cancellation_slot(boost::asio::cancellation_slot(), boost::asio::use_awaitable);
        co_return co_await boost::asio::co_spawn(pool_.get_executor(), std::move(working),
                                                 std::move(uncancelled));
    }

    std::size_t limit_;
    std::atomic<std::size_t> queued_{0};
    boost::asio::thread_pool pool_;
};

}  // namespace footlight::net
