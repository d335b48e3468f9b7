#pragma once

#include <QObject>
#include <functional>
#include <utility>

#include "core/client/reply.h"

namespace footlight::people {

/// A reply that is dropped once somebody else is signed in than now: what it has is not theirs. `whose`
/// counts who is signed in by userRun(), and outlives `context`.
template <typename T, typename Whose>
client::Reply<T> forSameUser(QObject* context, const Whose& whose,
                             std::function<void(const Result<T>&)> use) {
    return {context, [run = whose.userRun(), &whose, use = std::move(use)](const Result<T>& result) {
                if (run == whose.userRun()) {
                    use(result);
                }
            }};
}

}  // namespace footlight::people
