#pragma once

#include <QPointer>
#include <functional>
#include <utility>

#include "core/base/result.h"

namespace footlight::client {

/// Where the outcome of a request goes, on the thread of whoever asked. Given a context object, it is dropped
/// once that object is gone; without one it is always called. Called once at most.
template <typename T = void>
class Reply {
public:
    Reply() = default;
    Reply(QObject* context, std::function<void(Result<T>)> deliver)
        : context_(context), hasContext_(context != nullptr), deliver_(std::move(deliver)) {}

    void operator()(Result<T> result) {
        const auto deliver = std::exchange(deliver_, nullptr);
        if (deliver && (!hasContext_ || context_)) {
            deliver(std::move(result));
        }
    }

private:
    QPointer<QObject> context_;
    bool hasContext_ = false;
    std::function<void(Result<T>)> deliver_;
};

}  // namespace footlight::client
