#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/net/async/task.h"

namespace footlight::net {

/// Questions that many ask at the same moment: who asks what another waits for already gets the same answer.
/// On one loop; outlives what it is asked.
template <typename Key, typename Answer>
class SharedQuestions {
public:
    explicit SharedQuestions(Executor executor) : executor_(std::move(executor)) {}
    SharedQuestions(const SharedQuestions&) = delete;
    SharedQuestions& operator=(const SharedQuestions&) = delete;

    /// What `ask` returns. Where it is thrown out of it, the next of those who wait asks.
    Task<Answer> answer(Key key, std::function<Task<Answer>()> ask) {
        for (auto asked = open_.find(key); asked != open_.end(); asked = open_.find(key)) {
            const auto question = asked->second;
            co_await question->answered.async_wait(kValues);
            if (question->answer) {
                co_return *question->answer;
            }
        }
        const Asking asking(*this, key);
        asking.question->answer = co_await ask();
        co_return *asking.question->answer;
    }

private:
    struct Question {
        explicit Question(const Executor& executor)
            : answered(executor, boost::asio::steady_timer::time_point::max()) {}
        boost::asio::steady_timer answered;
        std::optional<Answer> answer;
    };
    struct Asking {
        Asking(SharedQuestions& questions, Key asked)
            : all(questions), key(std::move(asked)), question(std::make_shared<Question>(all.executor_)) {
            all.open_.emplace(key, question);
        }
        Asking(const Asking&) = delete;
        Asking& operator=(const Asking&) = delete;
        ~Asking() {
            all.open_.erase(key);
            question->answered.cancel();
        }
        SharedQuestions& all;
        Key key;
        std::shared_ptr<Question> question;
    };

    Executor executor_;
    std::map<Key, std::shared_ptr<Question>> open_;
};

}  // namespace footlight::net
