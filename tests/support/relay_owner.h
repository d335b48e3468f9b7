#pragma once

#include "tests/support/relay_process.h"

namespace footlight::tests {

/// An account of a real relay with its channel, both of one name, and the API as its owner sees it.
class RelayOwner {
public:
    /// Makes the account; streamKey() is empty where that failed. `curlArguments` go along with every
    /// request.
    explicit RelayOwner(std::string hub, std::string name = "Ada",
                        std::vector<std::string> curlArguments = {});

    /// `path` behind /api/v1; `body` as curl's --data-binary takes it.
    Fetched api(const std::string& method, const std::string& path, const std::string& body = "") const;
    /// A member of a JSON object that is text; empty where there is none.
    static std::string text(const Fetched& fetched, const std::string& member);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& token() const { return token_; }
    [[nodiscard]] const std::string& streamKey() const { return key_; }
    /// The id of the newest recording; empty where there is none.
    [[nodiscard]] std::string newestRecording() const;

private:
    std::string hub_;
    std::string name_;
    std::vector<std::string> curlArguments_;
    std::string token_;
    std::string key_;
};

}  // namespace footlight::tests
