#pragma once

#include <memory>
#include <string>

#include "core/net/async/event_loops.h"
#include "core/net/async/work_pool.h"
#include "core/net/http/admission.h"
#include "core/net/http/server.h"
#include "core/relay/api/api.h"
#include "core/relay/hub/hub.h"
#include "core/store/database.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

inline constexpr auto kHookSecret = "the hook secret";
inline constexpr auto kMediaKey = "media key";
inline constexpr auto kOwnerToken = "the owner's token";

/// A whole hub on a loop of its own, with its database in a folder of its own and a free port: what the hub
/// role runs, without the process.
class HubProcess {
public:
    HubProcess();
    ~HubProcess();
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    /// Options may be changed before start().
    relay::hub::HubOptions hubOptions;
    relay::api::ApiOptions apiOptions;
    net::http::AdmissionLimits admission;

    void start();
    void stop();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::filesystem::path databaseFile() const { return folder_ / "footlight.db"; }

private:
    net::Task<Result<>> serve();
    net::Task<> close();

    TempDir folder_;
    SystemClock clock_;
    net::WorkPool uploadPool_{1, 16};
    std::uint16_t port_ = 0;
    std::unique_ptr<net::EventLoops> loops_;
    std::unique_ptr<store::Database> database_;
    std::unique_ptr<relay::hub::Hub> hub_;
    std::unique_ptr<relay::api::Api> api_;
    std::unique_ptr<net::http::Server> server_;
};

}  // namespace footlight::tests
