#pragma once

#include <array>
#include <string>
#include <string_view>

namespace footlight {

/// SHA-256 of what comes in pieces.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 hexadecimal digits; the last call.
    [[nodiscard]] std::string hex();

private:
    alignas(8) std::array<unsigned char, 104> state_{};
};

}  // namespace footlight
