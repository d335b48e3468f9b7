#include "core/net/http/request_parser.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;
using net::http::RequestParser;
using Step = RequestParser::Step;

namespace {

/// Small, so that the limits are reached too.
net::http::ServerLimits smallLimits() {
    net::http::ServerLimits limits;
    limits.requestLine = 200;
    limits.headerBytes = 600;
    limits.headerCount = 8;
    limits.body = 300;
    return limits;
}

std::string describe(RequestParser& parser) {
    const bool keepsAlive = parser.keepAlive();
    const bool isUpgrade = parser.isUpgrade();
    const auto request = parser.takeRequest();
    fuzz::require(request.body.size() <= smallLimits().body);
    std::string text = request.target + "\n" + request.path + "\n" + request.body + "\n";
    for (const auto& header : request.headers) {
        fuzz::require(header.value.find_first_of("\r\n") == std::string::npos);
        text += header.name + ":" + header.value + "\n";
    }
    return text + (keepsAlive ? "k" : "") + (isUpgrade ? "u" : "") + "\n";
}

struct Outcome {
    std::vector<std::string> requests;
    bool isRefused = false;
};

/// All requests of a connection that sends `input` in pieces of `step` bytes, and how it ended.
Outcome outcomeOf(std::string_view input, std::size_t step) {
    static const auto kLimits = smallLimits();
    static const net::http::UploadRules kNoUploads;
    Outcome outcome;
    std::string buffer;
    auto parser = std::make_unique<RequestParser>(kLimits, kNoUploads);
    for (std::size_t at = 0; at < input.size(); at += step) {
        buffer += input.substr(at, step);
        while (!buffer.empty()) {
            const Step now = parser->consume(buffer);
            if (now == Step::Failed) {
                const unsigned status = parser->failure().status;
                fuzz::require(status >= 400 && status < 600);
                outcome.isRefused = true;
                return outcome;
            }
            if (now == Step::NeedMore) {
                break;
            }
            if (now == Step::Complete) {
                outcome.requests.push_back(describe(*parser));
                parser = std::make_unique<RequestParser>(kLimits, kNoUploads);
            }
        }
    }
    return outcome;
}

}  // namespace

// However the bytes of a connection arrive, they are the same requests: two readers that disagree are how
// requests are smuggled. A refusal alone may come sooner in small pieces. The first byte says how large the
// pieces are.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = outcomeOf(input, std::max<std::size_t>(input.size(), 1));
    const auto pieces = outcomeOf(input, data[0] == 0 ? 1 : data[0]);
    const auto common = std::min(whole.requests.size(), pieces.requests.size());
    fuzz::require(std::equal(whole.requests.begin(),
                             whole.requests.begin() + static_cast<std::ptrdiff_t>(common),
                             pieces.requests.begin()));
    fuzz::require(whole.requests.size() <= common || pieces.isRefused);
    fuzz::require(pieces.requests.size() <= common || whole.isRefused);
    return 0;
}
