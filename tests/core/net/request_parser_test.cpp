#include "core/net/http/request_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace footlight::net::http {
namespace {

using Step = RequestParser::Step;

const ServerLimits& limits() {
    static const ServerLimits kLimits;
    return kLimits;
}

const UploadRules& noUploads() {
    static const UploadRules kNone;
    return kNone;
}

/// The status that a whole request is refused with, or 0.
unsigned statusOf(std::string bytes) {
    RequestParser parser(limits(), noUploads());
    Step step = parser.consume(bytes);
    if (step == Step::Head) {
        step = parser.consume(bytes);
    }
    return step == Step::Complete ? 0 : parser.failure().status;
}

std::string withHeader(std::string_view header) {
    return "POST /x HTTP/1.1\r\nHost: relay\r\n" + std::string(header) + "\r\n\r\n";
}

/// What came of the bytes, as text: the same however they arrive.
std::string outcomeOf(const std::string& bytes, std::size_t pieceSize) {
    RequestParser parser(limits(), noUploads());
    std::string buffer;
    Step step = Step::NeedMore;
    for (std::size_t at = 0; at < bytes.size() && step != Step::Complete && step != Step::Failed;
         at += pieceSize) {
        buffer += bytes.substr(at, pieceSize);
        step = parser.consume(buffer);
        if (step == Step::Head && !buffer.empty()) {
            step = parser.consume(buffer);
        }
    }
    if (step == Step::Failed) {
        return "failed " + std::to_string(parser.failure().status) + " " + parser.failure().detail;
    }
    if (step != Step::Complete) {
        return "more";
    }
    const Request request = parser.takeRequest();
    return std::string(toString(request.method)) + " " + request.path + " " + request.body;
}

std::string mutate(std::string bytes, std::mt19937& random) {
    static constexpr std::string_view kTelling = "\r\n\t :;%/.,?&=GH05x\x7f\xff";
    for (auto edits = 1 + random() % 4; edits > 0; --edits) {
        const auto at = random() % bytes.size();
        const char byte = kTelling[random() % kTelling.size()];
        switch (random() % 3) {
            case 0:
                bytes[at] = byte;
                break;
            case 1:
                bytes.insert(at, 1, byte);
                break;
            default:
                bytes.erase(at, 1);
        }
    }
    return bytes;
}

}  // namespace

TEST(RequestParser, MutatedRequestsMeanTheSameInOnePieceAndInMany) {
    const std::array<std::string, 4> seeds{
        "GET /live/a/index.m3u8?_HLS_msn=4&_HLS_part=2 HTTP/1.1\r\nHost: r\r\nAccept: */*\r\n\r\n",
        "POST /x HTTP/1.1\r\nHost: r\r\nContent-Length: 5\r\n\r\nhello",
        "POST /x HTTP/1.1\r\nHost: r\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "GET /s HTTP/1.1\r\nHost: r\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"};
    std::mt19937 random(20261121);
    std::size_t taken = 0;
    for (int round = 0; round < 4'000; ++round) {
        const std::string bytes = mutate(seeds[random() % seeds.size()], random);
        const std::string whole = outcomeOf(bytes, bytes.size());
        taken += whole.starts_with("GET") || whole.starts_with("POST") ? 1 : 0;
        ASSERT_EQ(outcomeOf(bytes, 1), whole) << bytes;
        ASSERT_EQ(outcomeOf(bytes, 7), whole) << bytes;
    }
    EXPECT_GT(taken, 100U) << "some mutations leave a request valid";
}

TEST(RequestParser, TakesARequestThatArrivesByteByByte) {
    const std::string whole =
        "POST /a/b%20c?x=1&y=a+b HTTP/1.1\r\nHost: relay\r\nContent-Length: 5\r\n\r\nhello";
    RequestParser parser(limits(), noUploads());
    std::string buffer;
    Step step = Step::NeedMore;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        ASSERT_NE(step, Step::Complete) << i;
        buffer += whole[i];
        step = parser.consume(buffer);
        ASSERT_NE(step, Step::Failed) << parser.failure().detail;
    }
    ASSERT_EQ(step, Step::Complete);
    const Request request = parser.takeRequest();
    EXPECT_EQ(request.method, Method::Post);
    EXPECT_EQ(request.path, "/a/b c");
    EXPECT_EQ(request.queryParameter("x"), "1");
    EXPECT_EQ(request.queryParameter("y"), "a b");
    EXPECT_EQ(request.header("host"), "relay");
    EXPECT_EQ(request.body, "hello");
}

TEST(RequestParser, LeavesThePipelinedRequestInTheBuffer) {
    std::string buffer = "GET /1 HTTP/1.1\r\nHost: r\r\n\r\nGET /2 HTTP/1.1\r\n";
    RequestParser parser(limits(), noUploads());
    ASSERT_EQ(parser.consume(buffer), Step::Complete);
    EXPECT_EQ(parser.takeRequest().path, "/1");
    EXPECT_EQ(buffer, "GET /2 HTTP/1.1\r\n");
}

TEST(RequestParser, TakesAChunkedBody) {
    std::string buffer =
        "POST /x HTTP/1.1\r\nHost: r\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=b\r\n "
        "world\r\n0\r\n\r\nGET";
    RequestParser parser(limits(), noUploads());
    ASSERT_EQ(parser.consume(buffer), Step::Head);
    ASSERT_EQ(parser.consume(buffer), Step::Complete);
    EXPECT_EQ(parser.takeRequest().body, "hello world");
    EXPECT_EQ(buffer, "GET");
}

TEST(RequestParser, TakesAnEmptyChunkedBodyInPiecesOfAnySize) {
    const std::string bytes = withHeader("Transfer-Encoding: chunked") + "0\r\n\r\n";
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
        EXPECT_EQ(outcomeOf(bytes, size), "POST /x ") << size;
    }
}

TEST(RequestParser, TrailersNeverBecomeHeaders) {
    std::string buffer =
        "POST /x HTTP/1.1\r\nHost: r\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nAuthorization: Bearer "
        "x\r\n\r\n";
    RequestParser parser(limits(), noUploads());
    ASSERT_EQ(parser.consume(buffer), Step::Head);
    ASSERT_EQ(parser.consume(buffer), Step::Complete);
    EXPECT_EQ(parser.takeRequest().header("Authorization"), "");
}

TEST(RequestParser, RefusesEveryWayToSayTheLengthTwice) {
    EXPECT_EQ(statusOf(withHeader("Content-Length: 5\r\nTransfer-Encoding: chunked")), 400U);
    EXPECT_EQ(statusOf(withHeader("Transfer-Encoding: chunked\r\nContent-Length: 5")), 400U);
    EXPECT_EQ(statusOf(withHeader("Content-Length: 0\r\nContent-Length: 0")), 400U);
    EXPECT_EQ(statusOf(withHeader("Content-Length: 0, 0")), 400U);
    EXPECT_EQ(statusOf(withHeader("Content-Length: +1")), 400U);
    EXPECT_EQ(statusOf(withHeader("Content-Length: -1")), 400U);
    EXPECT_EQ(statusOf(withHeader("Transfer-Encoding: gzip, chunked")), 501U);
    EXPECT_EQ(statusOf(withHeader("Transfer-Encoding: xchunked")), 501U);
    EXPECT_EQ(statusOf("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400U);
}

TEST(RequestParser, RefusesBrokenLinesAndHeaders) {
    EXPECT_EQ(statusOf("GET / HTTP/1.1\nHost: r\n\n"), 400U);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\rHost: r\r\n\r\n"), 400U);
    EXPECT_EQ(statusOf(withHeader("A: 1\r\n folded")), 400U);
    EXPECT_EQ(statusOf(withHeader("A : 1")), 400U);
    EXPECT_EQ(statusOf(withHeader(std::string_view("A: \0", 4))), 400U);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n\r\n"), 400U) << "no Host";
    EXPECT_EQ(statusOf(withHeader("Host: other")), 400U);
    EXPECT_EQ(statusOf("\x16\x03\x01\x02"), 400U) << "TLS";
    EXPECT_EQ(statusOf("GET / HTTP/2.0\r\nHost: r\r\n\r\n"), 505U);
    EXPECT_EQ(statusOf("\r\n\r\nGET / HTTP/1.1\r\nHost: r\r\n\r\n"), 400U);
    EXPECT_EQ(statusOf("\r\nGET / HTTP/1.1\r\nHost: r\r\n\r\n"), 0U);
    EXPECT_EQ(statusOf(withHeader("Expect: something")), 417U);
}

TEST(RequestParser, HoldsTheLimitOfTheRequestLine) {
    const auto lineOf = [](std::size_t length) {
        return "GET /" + std::string(length - 14, 'a') + " HTTP/1.1\r\nHost: r\r\n\r\n";
    };
    EXPECT_EQ(statusOf(lineOf(limits().requestLine)), 0U);
    EXPECT_EQ(statusOf(lineOf(limits().requestLine + 1)), 414U);
}

TEST(RequestParser, HoldsTheLimitsOfTheHeaders) {
    const auto headersOf = [](std::size_t count) {
        std::string text = "GET / HTTP/1.1\r\nHost: r\r\n";
        for (std::size_t i = 1; i < count; ++i) {
            text += "a: b\r\n";
        }
        return text + "\r\n";
    };
    EXPECT_EQ(statusOf(headersOf(limits().headerCount)), 0U);
    EXPECT_EQ(statusOf(headersOf(limits().headerCount + 1)), 431U);
    EXPECT_EQ(statusOf(withHeader("a: " + std::string(limits().headerBytes - 64, 'b'))), 0U);
    EXPECT_EQ(statusOf(withHeader("a: " + std::string(limits().headerBytes, 'b'))), 431U);
}

TEST(RequestParser, HoldsTheLimitOfTheBody) {
    const auto bodyOf = [](std::size_t size) {
        return withHeader("Content-Length: " + std::to_string(size)) + std::string(size, 'x');
    };
    EXPECT_EQ(statusOf(bodyOf(limits().body)), 0U);
    EXPECT_EQ(statusOf(bodyOf(limits().body + 1)), 413U);
    EXPECT_EQ(statusOf(withHeader("Content-Length: 18446744073709551616")), 400U);
    const std::string chunk = "10001\r\n" + std::string(0x10001, 'x') + "\r\n0\r\n\r\n";
    EXPECT_EQ(statusOf(withHeader("Transfer-Encoding: chunked") + chunk), 413U);
    EXPECT_EQ(statusOf(withHeader("Transfer-Encoding: chunked") + "5;" + std::string(20'000, 'e')), 400U);
}

}  // namespace footlight::net::http
