#include "core/net/http/request_parser.h"

#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http/dynamic_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include "core/net/http/request_target.h"

namespace footlight::net::http {

namespace beast = boost::beast;

namespace {

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

/// What a chunked body lacks is never shorter than "0 CR LF CR LF", and Beast's parser asserts that it has as
/// much.
constexpr std::size_t kShortestRest = 5;

Method methodOf(beast::http::verb method) {
    using beast::http::verb;
    switch (method) {
        case verb::get:
            return Method::Get;
        case verb::head:
            return Method::Head;
        case verb::post:
            return Method::Post;
        case verb::put:
            return Method::Put;
        case verb::patch:
            return Method::Patch;
        case verb::delete_:
            return Method::Delete;
        case verb::options:
            return Method::Options;
        default:
            return Method::Other;
    }
}

}  // namespace

/// Beast's parser; a body that grows with what arrives, not with what is announced.
struct RequestParser::Grammar {
    beast::http::request_parser<beast::http::dynamic_body> parser;
};

RequestParser::RequestParser(const ServerLimits& limits, const UploadRules& uploads)
    : limits_(limits), uploads_(uploads) {}
RequestParser::~RequestParser() = default;

RequestParser::Step RequestParser::refuse(unsigned status, std::string_view code, std::string detail) {
    failure_ = {status, code, std::move(detail)};
    return Step::Failed;
}

RequestParser::Step RequestParser::consume(std::string& buffer) {
    if (grammar_) {
        return parseBody(buffer);
    }
    if (const Step step = scan(buffer); step != Step::Complete) {
        return step;
    }
    return parseHead(buffer);
}

/// Complete: the head ends at headEnd_.
RequestParser::Step RequestParser::scan(const std::string& buffer) {
    for (; scanned_ < buffer.size() && headEnd_ == 0; ++scanned_) {
        if (!scanByte(buffer, scanned_)) {
            return Step::Failed;
        }
    }
    return headEnd_ == 0 ? Step::NeedMore : Step::Complete;
}

bool RequestParser::scanByte(const std::string& buffer, std::size_t at) {
    const auto byte = static_cast<unsigned char>(buffer[at]);
    const bool afterReturn = at > 0 && buffer[at - 1] == '\r';
    if ((byte == '\n') != afterReturn) {
        refuse(400, "http.line_end", "a line must end with CR LF");
        return false;
    }
    if (byte == '\n') {
        return endLine(at);
    }
    const bool isControl = (byte < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F;
    if (isControl || (lines_ == 0 && (byte >= 0x80 || byte == '\t'))) {
        refuse(400, "http.character", "the request holds a character that HTTP does not allow");
        return false;
    }
    if (lines_ > 0 && at == lineStart_ && (byte == ' ' || byte == '\t')) {
        refuse(400, "http.folded_header", "a header must stand on one line");
        return false;
    }
    if (lines_ == 0 && at - lineStart_ > limits_.requestLine) {
        refuse(414, "http.request_line",
               "the request line is over " + std::to_string(limits_.requestLine) + " bytes");
        return false;
    }
    if (lines_ > 0 && at - headersStart_ >= limits_.headerBytes) {
        refuse(431, "http.headers", "the headers are over " + std::to_string(limits_.headerBytes) + " bytes");
        return false;
    }
    return true;
}

bool RequestParser::endLine(std::size_t at) {
    const bool isEmpty = at == lineStart_ + 1;
    if (isEmpty && lines_ > 0) {
        headEnd_ = at + 1;
        return true;
    }
    if (isEmpty && lineStart_ > 0) {
        refuse(400, "http.request_line", "the request begins with empty lines");
        return false;
    }
    lineStart_ = at + 1;
    if (isEmpty) {
        return true;
    }
    if (lines_ == 0) {
        headersStart_ = lineStart_;
    }
    ++lines_;
    if (lines_ > limits_.headerCount + 1) {
        refuse(431, "http.header_count",
               "there are over " + std::to_string(limits_.headerCount) + " headers");
        return false;
    }
    return true;
}

RequestParser::Step RequestParser::parseHead(std::string& buffer) {
    grammar_ = std::make_unique<Grammar>();
    auto& parser = grammar_->parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.requestLine + limits_.headerBytes + 8));
    parser.body_limit(boost::none);  // checkBody() knows the limit
    const std::size_t emptyLine = buffer.starts_with("\r\n") ? 2 : 0;
    beast::error_code error;
    parser.put(boost::asio::buffer(buffer.data() + emptyLine, headEnd_ - emptyLine), error);
    buffer.erase(0, headEnd_);
    if (error == beast::http::error::bad_version) {
        return refuse(505, "http.version", "HTTP/1.1 is spoken here");
    }
    if (error && error != beast::http::error::need_more) {
        return refuse(400, "http.syntax", "this is no HTTP request: " + error.message());
    }
    if (const Step step = checkHead(); step != Step::Complete) {
        return step;
    }
    return parser.is_done() ? Step::Complete : Step::Head;
}

RequestParser::Step RequestParser::checkHead() {
    const auto& message = grammar_->parser.get();
    request_.method = methodOf(message.method());
    request_.target = std::string(view(message.target()));
    for (const auto& field : message) {
        request_.headers.push_back(
            {std::string(view(field.name_string())), std::string(view(field.value()))});
    }
    const auto hosts = message.count(beast::http::field::host);
    if (hosts > 1 || (hosts == 0 && !isHttp10())) {
        return refuse(400, "http.host", "there must be one Host header");
    }
    if (const Step step = checkLength(); step != Step::Complete) {
        return step;
    }
    auto target = parseTarget(request_.target);
    if (!target) {
        return refuse(400, target.error().code(), target.error().message());
    }
    request_.path = std::move(target->path);
    request_.query = std::move(target->query);
    return checkBody();
}

/// Nothing of a body has been read yet.
RequestParser::Step RequestParser::checkBody() {
    auto& parser = grammar_->parser;
    upload_ = uploads_ && !parser.is_done() ? uploads_(request_) : std::nullopt;
    const std::uint64_t limit = upload_ ? upload_->limit : limits_.body;
    parser.body_limit(limit);
    return parser.content_length().value_or(0) > limit ? refuseBody() : Step::Complete;
}

RequestParser::Step RequestParser::refuseBody() {
    const std::uint64_t limit = upload_ ? upload_->limit : limits_.body;
    return refuse(413, "http.body", "the body is over " + std::to_string(limit) + " bytes");
}

RequestParser::Step RequestParser::checkLength() {
    const auto& message = grammar_->parser.get();
    const auto lengths = message.count(beast::http::field::content_length);
    const auto encodings = message.count(beast::http::field::transfer_encoding);
    if (lengths + encodings > 1) {
        return refuse(400, "http.length", "the length of the body is given twice");
    }
    const std::string_view length = request_.header("Content-Length");
    if (length.find_first_not_of("0123456789") != std::string_view::npos) {
        return refuse(400, "http.length", "Content-Length must be one number");
    }
    if (encodings == 1 &&
        (isHttp10() || !equalsIgnoringCase(request_.header("Transfer-Encoding"), "chunked"))) {
        return refuse(isHttp10() ? 400 : 501, "http.transfer_encoding",
                      "chunked is the only transfer encoding taken");
    }
    const std::string_view expectation = request_.header("Expect");
    if (!expectation.empty() && !equalsIgnoringCase(expectation, "100-continue")) {
        return refuse(417, "http.expect", "100-continue is the only expectation taken");
    }
    return Step::Complete;
}

RequestParser::Step RequestParser::parseBody(std::string& buffer) {
    auto& parser = grammar_->parser;
    beast::error_code error;
    const std::size_t least = parser.chunked() ? kShortestRest : 1;
    while (!parser.is_done() && buffer.size() >= least) {
        const std::size_t taken = parser.put(boost::asio::buffer(buffer), error);
        buffer.erase(0, taken);
        if (error == beast::http::error::body_limit) {
            return refuseBody();
        }
        if (error == beast::http::error::need_more) {
            if (buffer.size() > limits_.requestLine) {
                return refuse(400, "http.chunk", "the header of a chunk is too long");
            }
            return Step::NeedMore;
        }
        if (error) {
            return refuse(400, "http.body", "the body is broken: " + error.message());
        }
    }
    return parser.is_done() ? Step::Complete : Step::NeedMore;
}

std::string RequestParser::takeBody() {
    auto& body = grammar_->parser.get().body();
    std::string bytes = beast::buffers_to_string(body.data());
    body.consume(body.size());
    return bytes;
}

std::size_t RequestParser::heldBody() const { return grammar_->parser.get().body().size(); }

Request RequestParser::takeRequest() {
    request_.body = takeBody();
    return std::move(request_);
}

bool RequestParser::keepAlive() const { return grammar_ && grammar_->parser.get().keep_alive(); }

bool RequestParser::isUpgrade() const {
    return grammar_ && grammar_->parser.upgrade() && !isHttp10() && request_.method == Method::Get &&
           beast::http::token_list(request_.header("Upgrade")).exists("websocket");
}

bool RequestParser::isHttp10() const { return grammar_->parser.get().version() == 10; }

bool RequestParser::expectsContinue() const { return !isHttp10() && !request_.header("Expect").empty(); }

std::uint64_t RequestParser::announcedBody() const {
    const auto length = grammar_->parser.content_length();
    return length ? *length : upload_ ? upload_->limit : limits_.body;
}

}  // namespace footlight::net::http
