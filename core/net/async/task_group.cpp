#include "core/net/async/task_group.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/system_error.hpp>
#include <list>

namespace footlight::net {

namespace asio = boost::asio;

namespace {
// A task that is between two operations when it is cancelled misses the signal; so it is given again.
constexpr std::chrono::milliseconds kRepeatCancel{20};
}  // namespace

struct TaskGroup::State {
    State(Executor on, Logger to) : executor(std::move(on)), logger(std::move(to)), changed(executor) {}

    void cancelAll() {
        const auto running = signals;
        for (const auto& signal : running) {
            signal->emit(asio::cancellation_type::terminal);
        }
    }

    void report(const std::string& name, const std::exception_ptr& thrown) const {
        try {
            std::rethrow_exception(thrown);
        } catch (const boost::system::system_error& error) {
            if (error.code() != asio::error::operation_aborted) {
                logger.error("{} ended: {}", name, error.what());
            }
        } catch (const std::exception& error) {
            logger.error("{} ended: {}", name, error.what());
        }
    }

    Executor executor;
    Logger logger;
    asio::steady_timer changed;
    std::list<std::shared_ptr<asio::cancellation_signal>> signals;
    bool closing = false;
};

TaskGroup::TaskGroup(Executor executor, Logger logger)
    : state_(std::make_shared<State>(std::move(executor), std::move(logger))) {}

TaskGroup::~TaskGroup() {
    state_->closing = true;
    state_->cancelAll();
}

std::shared_ptr<asio::cancellation_signal> TaskGroup::spawn(std::string name, Task<> task) {
    auto signal = std::make_shared<asio::cancellation_signal>();
    if (state_->closing) {
        return signal;
    }
    const auto entry = state_->signals.insert(state_->signals.end(), signal);
    auto ended = [state = state_, entry, name = std::move(name)](std::exception_ptr thrown) {
        if (thrown) {
            state->report(name, thrown);
        }
        state->signals.erase(entry);
        state->changed.cancel();
    };
    asio::co_spawn(state_->executor, std::move(task),
                   asio::bind_cancellation_slot(signal->slot(), std::move(ended)));
    return signal;
}

void TaskGroup::cancel() { state_->cancelAll(); }

std::size_t TaskGroup::size() const { return state_->signals.size(); }

Task<> TaskGroup::close() {
    const auto state = state_;
    state->closing = true;
    while (!state->signals.empty()) {
        state->cancelAll();
        state->changed.expires_after(kRepeatCancel);
        co_await state->changed.async_wait(kValues);
    }
}

}  // namespace footlight::net
