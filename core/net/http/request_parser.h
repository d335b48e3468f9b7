#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/net/http/body_file.h"
#include "core/net/http/message.h"
#include "core/net/http/server.h"

namespace footlight::net::http {

/// Why a request was not taken, as it is told to the client. Status 0: nothing is wrong.
struct ParseFailure {
    unsigned status = 0;
    std::string_view code;
    std::string detail;
};

/// Turns bytes into one request, strictly (RELIABILITY 3.2): no bare LF, no folded header, no doubled or
/// contradicting length, nothing over its limit. No I/O. Made anew for each request.
class RequestParser {
public:
    enum class Step : std::uint8_t { NeedMore, Head, Complete, Failed };

    /// Both outlive the parser; `uploads` may be empty.
    RequestParser(const ServerLimits& limits, const UploadRules& uploads);
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    /// Takes bytes off the front of `buffer`. Head is returned once, when the headers are there and a body is
    /// still to come; call again for the body.
    Step consume(std::string& buffer);

    [[nodiscard]] const ParseFailure& failure() const { return failure_; }
    /// After Complete.
    [[nodiscard]] Request takeRequest();
    /// After Head or Complete: the rule for its body, where there is one.
    [[nodiscard]] const std::optional<UploadRule>& upload() const { return upload_; }
    /// What came of the body since the last call; takeRequest() gives what was not taken so.
    [[nodiscard]] std::string takeBody();
    [[nodiscard]] std::size_t heldBody() const;
    /// After Head or Complete: what the client wants done with the connection.
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool isUpgrade() const;
    [[nodiscard]] bool isHttp10() const;
    [[nodiscard]] bool expectsContinue() const;
    /// As announced; the body limit where the body is chunked.
    [[nodiscard]] std::uint64_t announcedBody() const;

private:
    struct Grammar;

    Step refuse(unsigned status, std::string_view code, std::string detail);
    Step scan(const std::string& buffer);
    bool scanByte(const std::string& buffer, std::size_t at);
    bool endLine(std::size_t at);
    Step parseHead(std::string& buffer);
    Step checkHead();
    Step checkLength();
    Step checkBody();
    Step refuseBody();
    Step parseBody(std::string& buffer);

    const ServerLimits& limits_;
    const UploadRules& uploads_;
    std::optional<UploadRule> upload_;
    std::unique_ptr<Grammar> grammar_;
    Request request_;
    ParseFailure failure_;
    std::size_t scanned_ = 0;
    std::size_t lineStart_ = 0;
    std::size_t headersStart_ = 0;
    std::size_t lines_ = 0;
    std::size_t headEnd_ = 0;
};

}  // namespace footlight::net::http
