#pragma once

#include <memory>
#include <string>

#include "tests/support/process.h"

namespace footlight::tests {

/// An Xvfb of the test's own on a free display, named in $DISPLAY while this lives.
class PrivateDisplay {
public:
    explicit PrivateDisplay(const std::string& screen = "1280x800x24");
    ~PrivateDisplay();
    PrivateDisplay(const PrivateDisplay&) = delete;
    PrivateDisplay& operator=(const PrivateDisplay&) = delete;

    /// ":7"; empty where Xvfb did not start.
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::unique_ptr<Process> server_;
    std::string name_;
    std::string before_;
};

}  // namespace footlight::tests
