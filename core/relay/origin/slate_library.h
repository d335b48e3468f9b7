#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/base/logger.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/origin/slate_clip.h"
#include "core/relay/ports/slate_maker.h"

namespace footlight::relay::origin {

/// The slates of one origin: made once, in memory once, for as long as a broadcast holds them.
class SlateLibrary {
public:
    /// Works on `executor`. Without a maker there are no slates.
    SlateLibrary(net::Executor executor, SlateMaker* maker, Logger logger);

    /// `deliver` is called on the library's executor once the slate is there; never, where none can be made.
    /// Any thread.
    void fetch(SlateRequest request, std::function<void(SlateClipPtr)> deliver);
    /// On its executor: gives up what is being fetched.
    [[nodiscard]] net::Task<> close() { return tasks_.close(); }

private:
    net::Task<> bring(SlateRequest request, std::function<void(SlateClipPtr)> deliver);
    net::Task<Result<SlateClipPtr>> find(SlateRequest request);

    net::Executor executor_;
    SlateMaker* maker_;
    Logger logger_;
    std::map<std::string, std::weak_ptr<const SlateClip>> clips_;  ///< by file
    net::WorkPool files_{1, 1'000};
    net::TaskGroup tasks_;
};

}  // namespace footlight::relay::origin
