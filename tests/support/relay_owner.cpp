#include "tests/support/relay_owner.h"

#include <cstdio>
#include <regex>

namespace footlight::tests {

RelayOwner::RelayOwner(std::string hub, std::string name, std::vector<std::string> curlArguments)
    : hub_(std::move(hub)), name_(std::move(name)), curlArguments_(std::move(curlArguments)) {
    const auto made =
        api("POST", "/users", R"({"name":")" + name_ + R"(","password":"correct horse battery"})");
    if (made.status != 201) {
        std::fprintf(stderr, "no account: %d %s\n", made.status, made.body.c_str());
    }
    token_ = text(made, "token");
    key_ = text(api("POST", "/channels/" + name_ + "/key"), "streamKey");
}

Fetched RelayOwner::api(const std::string& method, const std::string& path, const std::string& body) const {
    auto arguments = curlArguments_;
    arguments.insert(arguments.end(), {"-X", method});
    if (!body.empty()) {
        arguments.insert(arguments.end(), {"--data-binary", body});
    }
    if (!token_.empty()) {
        arguments.insert(arguments.end(), {"-H", "Authorization: Bearer " + token_});
    }
    return fetch(hub_ + "/api/v1" + path, arguments);
}

std::string RelayOwner::text(const Fetched& fetched, const std::string& member) {
    const std::regex field("\"" + member + "\"\\s*:\\s*\"([^\"]*)\"");
    std::smatch match;
    return std::regex_search(fetched.body, match, field) ? match[1].str() : std::string();
}

std::string RelayOwner::newestRecording() const {
    return text(api("GET", "/channels/" + name_ + "/recordings"), "id");
}

}  // namespace footlight::tests
