#include "tests/support/private_display.h"

#include <cstdlib>
#include <sstream>

namespace footlight::tests {

namespace {

/// The line that is a number alone: written once the server takes connections. Complaints about displays that
/// others have may stand before it.
std::string numberLine(const std::string& output) {
    std::istringstream lines(output);
    std::string line;
    while (std::getline(lines, line)) {
        const bool isComplete = !lines.eof();
        if (isComplete && !line.empty() && line.find_first_not_of("0123456789") == std::string::npos) {
            return line;
        }
    }
    return {};
}

}  // namespace

PrivateDisplay::PrivateDisplay(const std::string& screen)
    : server_(std::make_unique<Process>(
          std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"})) {
    const char* before = std::getenv("DISPLAY");
    before_ = before == nullptr ? "" : before;
    waitUntil([this] { return !numberLine(server_->output()).empty(); });
    if (const auto number = numberLine(server_->output()); !number.empty()) {
        name_ = ":" + number;
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
