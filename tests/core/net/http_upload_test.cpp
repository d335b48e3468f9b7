// Bodies that go to a file instead of memory.
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/net/async/work_pool.h"
#include "tests/core/net/loop_fixture.h"
#include "tests/core/net/raw_client.h"
#include "tests/support/temp_dir.h"

namespace footlight::net::http {
namespace {

using tests::RawClient;
using tests::RunningServer;

constexpr std::uint64_t kLimit = 1'000'000;

std::string contentOf(const Request& request) {
    std::string text(request.bodyFileSize, '\0');
    const auto count = ::pread(request.bodyFile->descriptor(), text.data(), text.size(), 0);
    return text.substr(0, count < 0 ? 0 : static_cast<std::size_t>(count));
}

Task<Response> tell(Request request) {
    std::string text = "memory " + request.body;
    if (request.bodyFile) {
        text = "file " + std::to_string(request.bodyFileSize) + " " +
               std::to_string(std::hash<std::string>{}(contentOf(request))) + request.body;
    }
    co_return textResponse(200, "text/plain", std::move(text));
}

std::string pattern(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        text[i] = static_cast<char>('a' + i * 7 % 25);
    }
    return text;
}

std::string told(const std::string& body) {
    return "file " + std::to_string(body.size()) + " " + std::to_string(std::hash<std::string>{}(body));
}

std::string head(std::string_view path, std::string_view framing) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: r\r\n" + std::string(framing) + "\r\n\r\n";
}

std::string sized(std::string_view path, std::size_t size) {
    return head(path, "Content-Length: " + std::to_string(size));
}

class Uploads : public testing::Test {
protected:
    ServerOptions options(std::filesystem::path folder) {
        ServerOptions made;
        made.handler = tell;
        made.uploadPool = &pool_;
        made.uploads = [folder = std::move(folder)](const Request& request) -> std::optional<UploadRule> {
            return request.path == "/upload" ? std::optional(UploadRule{kLimit, folder}) : std::nullopt;
        };
        return made;
    }

    tests::TempDir folder_;
    WorkPool pool_{1, 8};
    RunningServer server_{options(folder_.path())};
};

}  // namespace

TEST_F(Uploads, GoToAFileThatLeavesNothingBehind) {
    const std::string body = pattern(kLimit);
    RawClient client(server_.port());
    for (int i = 0; i < 2; ++i) {
        client.send(sized("/upload", body.size()) + body);
        client.receiveUntil("\r\n\r\n");
        EXPECT_EQ(client.receive(told(body).size()), told(body));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(Uploads, ArriveWholeInChunksToo) {
    const std::string body = pattern(300'000);
    std::string chunks;
    for (std::size_t at = 0; at < body.size(); at += 75'000) {
        chunks += "124f8\r\n" + body.substr(at, 75'000) + "\r\n";
    }
    RawClient client(server_.port());
    client.send(head("/upload", "Transfer-Encoding: chunked") + chunks + "0\r\n\r\n");
    client.receiveUntil("\r\n\r\n");
    EXPECT_EQ(client.receive(told(body).size()), told(body));
}

TEST_F(Uploads, OverTheirLimitAreRefusedBeforeAndWhileTheyCome) {
    RawClient announced(server_.port());
    announced.send(sized("/upload", kLimit + 1));
    EXPECT_NE(announced.receiveUntil("\r\n").find(" 413 "), std::string::npos);
    RawClient chunked(server_.port());
    chunked.send(head("/upload", "Transfer-Encoding: chunked") + "F4240\r\n" + pattern(kLimit) + "\r\n1\r\n");
    EXPECT_NE(chunked.receiveUntil("\r\n").find(" 413 "), std::string::npos);
}

TEST_F(Uploads, ElsewhereABodyKeepsItsSmallLimit) {
    RawClient client(server_.port());
    client.send(sized("/other", 3) + "abc");
    client.receiveUntil("\r\n\r\n");
    EXPECT_EQ(client.receive(10), "memory abc");
    client.send(sized("/other", 64 * 1024 + 1));
    EXPECT_NE(client.receiveUntil("\r\n").find(" 413 "), std::string::npos);
}

TEST_F(Uploads, WithoutAFolderAreUnavailable) {
    RunningServer broken(options(folder_.path() / "absent"));
    RawClient client(broken.port());
    client.send(sized("/upload", 3) + "abc");
    EXPECT_NE(client.receiveUntil("\r\n").find(" 503 "), std::string::npos);
}

}  // namespace footlight::net::http
