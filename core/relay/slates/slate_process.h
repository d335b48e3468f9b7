#pragma once

#include <atomic>
#include <chrono>
#include <set>

#include "core/base/logger.h"
#include "core/net/async/work_pool.h"
#include "core/relay/slates/slate_cache.h"

namespace footlight::relay::slates {

struct SlateProcessOptions {
    std::filesystem::path program;            ///< footlight-relay-transcoder
    std::filesystem::path pictures;           ///< <data>/slates, where channels' own pictures and clips are
    std::filesystem::path cache;              ///< <data>/cache/slates
    std::chrono::milliseconds limit{60'000};  ///< for one slate; the program is killed after it
    std::size_t kept = 64;                    ///< finished slates
};

/// Makes slates with the transcoder's program, one at a time: it alone decodes what people upload, without a
/// network and within limits of memory and time. A channel's own picture that cannot be read gives the
/// default one.
class SlateProcess final : public SlateMaker {
public:
    SlateProcess(SlateProcessOptions options, Logger logger);
    /// Ends what is being made.
    ~SlateProcess() override;

    net::Task<Result<std::filesystem::path>> make(SlateRequest request) override;

private:
    Result<std::filesystem::path> find(const SlateRequest& request);
    Result<std::filesystem::path> findOrMake(const SlateRequest& request);
    Result<> run(const SlateRequest& request, const std::filesystem::path& into);

    SlateProcessOptions options_;
    Logger logger_;
    SlateCache cache_;
    std::set<std::string> refused_;  ///< own pictures that cannot be read; on the pool's thread
    std::atomic<bool> isStopping_{false};
    net::WorkPool pool_{1, 256};
};

}  // namespace footlight::relay::slates
