#pragma once

#include <string>
#include <string_view>

namespace footlight {

/// A stream key, token or password. It cannot be formatted, printed or compared by accident, and its bytes
/// are wiped when it goes. Whoever needs the text asks for it by `reveal()`, which is easy to search for.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}
    ~Secret();
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept = default;

    [[nodiscard]] const std::string& reveal() const { return text_; }
    [[nodiscard]] bool isEmpty() const { return text_.empty(); }
    /// Takes the same time for any pair of equal length.
    [[nodiscard]] bool matches(std::string_view other) const;
    bool operator==(const Secret& other) const { return matches(other.text_); }

    /// `bits` of randomness as URL-safe base64 without padding.
    static Secret random(unsigned bits);

private:
    std::string text_;
};

/// SHA-256 as 64 hexadecimal digits: how keys and tokens are stored.
std::string sha256Hex(std::string_view text);

}  // namespace footlight
