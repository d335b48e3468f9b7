#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// A real receiver of webhooks (Python's HTTP server) on a free port of this machine; webhook_receiver.py
/// says how it answers.
class WebhookReceiver {
public:
    WebhookReceiver();

    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }
    /// What has come so far on a path, oldest first: each a JSON object of `path`, `headers` and `body`.
    [[nodiscard]] std::vector<std::string> deliveries(const std::string& path) const;
    [[nodiscard]] bool waitForDeliveries(const std::string& path, std::size_t count) const;

private:
    TempDir folder_;
    Process process_;
    std::uint16_t port_ = 0;
};

/// The text behind `"name": "` in a JSON object that Python wrote, without its escapes.
std::string jsonText(const std::string& json, const std::string& name);

}  // namespace footlight::tests
