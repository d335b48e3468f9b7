#include "tests/support/private_display.h"

#include <cstdlib>

namespace footlight::tests {

PrivateDisplay::PrivateDisplay(const std::string& screen)
    : server_(std::make_unique<Process>(
          std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"})) {
    const char* before = std::getenv("DISPLAY");
    before_ = before == nullptr ? "" : before;
    // It writes its number and a line feed once it takes connections.
    if (!server_->waitForOutput("\n")) {
        return;
    }
    const auto output = server_->output();
    const auto digits = output.find_last_of("0123456789");
    const auto start =
        digits == std::string::npos ? digits : output.find_last_not_of("0123456789", digits) + 1;
    if (digits != std::string::npos) {
        name_ = ":" + output.substr(start, digits - start + 1);
        setenv("DISPLAY", name_.c_str(), 1);
    }
}

PrivateDisplay::~PrivateDisplay() {
    if (before_.empty()) {
        unsetenv("DISPLAY");
    } else {
        setenv("DISPLAY", before_.c_str(), 1);
    }
}

}  // namespace footlight::tests
