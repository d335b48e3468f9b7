#pragma once

#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// A certificate for `localhost` and 127.0.0.1 that signs itself, made anew by OpenSSL's program.
class Certificate {
public:
    /// `name` tells one from another.
    explicit Certificate(const std::string& name = "Footlight test");

    [[nodiscard]] std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }
    [[nodiscard]] std::filesystem::path key() const { return folder_ / "key.pem"; }
    /// Puts this one where `other` was, as an operator does who renews it.
    void replace(const Certificate& other) const;

private:
    TempDir folder_;
};

}  // namespace footlight::tests
