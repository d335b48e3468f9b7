#pragma once

#include <memory>

#include "app/shared/settings.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/secret.h"
#include "core/net/http/server.h"
#include "core/relay/ports/archive.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/origin_commands.h"

namespace footlight::app {

class MetricsText;

/// The recordings of the origin's role: the folder where they are kept, and the answers about them. Any
/// thread; outlives the origin.
class Recordings {
public:
    /// Unavailable where the folder cannot be written.
    static Result<std::unique_ptr<Recordings>> open(const Settings& settings, const Secret& mediaKey,
                                                    relay::BroadcastEvents& events, const Clock& clock,
                                                    Logger logger);
    ~Recordings();

    [[nodiscard]] relay::Archive& archive();
    /// Answers what handles() says yes to.
    [[nodiscard]] net::http::Handler handler();
    /// What fills a hole goes to a file: for ServerOptions::uploads, with uploadPool().
    [[nodiscard]] net::http::UploadRules uploads();
    [[nodiscard]] net::WorkPool& uploadPool();
    [[nodiscard]] static bool handles(std::string_view path);
    void remove(const relay::DeleteRecording& command);
    void writeMetrics(MetricsText& text) const;

private:
    struct State;
    explicit Recordings(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::app
