#include "core/relay/origin/slate_library.h"

#include <boost/asio/post.hpp>

namespace footlight::relay::origin {

SlateLibrary::SlateLibrary(net::Executor executor, SlateMaker* maker, Logger logger)
    : executor_(executor), maker_(maker), logger_(logger), tasks_(std::move(executor), std::move(logger)) {}

void SlateLibrary::fetch(SlateRequest request, std::function<void(SlateClipPtr)> deliver) {
    if (maker_ == nullptr) {
        return;
    }
    boost::asio::post(executor_,
                      [this, request = std::move(request), deliver = std::move(deliver)]() mutable {
                          tasks_.spawn("fetching a slate", bring(std::move(request), std::move(deliver)));
                      });
}

net::Task<> SlateLibrary::bring(SlateRequest request, std::function<void(SlateClipPtr)> deliver) {
    auto clip = co_await find(std::move(request));
    if (clip) {
        deliver(std::move(*clip));
    } else if (clip.error().category() != ErrorCategory::Unavailable) {
        logger_.warning("viewers get no slate: {}", clip.error().text());
    }
}

net::Task<Result<SlateClipPtr>> SlateLibrary::find(SlateRequest request) {
    auto file = co_await maker_->make(std::move(request));
    if (!file) {
        co_return fail(std::move(file.error()));
    }
    const auto name = file->string();
    std::erase_if(clips_, [](const auto& clip) { return clip.second.expired(); });
    if (const auto found = clips_.find(name); found != clips_.end()) {
        if (auto clip = found->second.lock()) {
            co_return clip;
        }
    }
    auto load = [path = *file] { return SlateClip::load(path); };
    auto loaded = co_await files_.run(std::move(load));
    if (!loaded) {
        co_return fail(std::move(loaded.error()));
    }
    auto clip = std::make_shared<const SlateClip>(std::move(*loaded));
    clips_.insert_or_assign(name, clip);
    co_return clip;
}

}  // namespace footlight::relay::origin
