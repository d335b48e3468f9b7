#include "core/net/http/router.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

namespace footlight::net::http {
namespace {

Handler named(std::string name) {
    return [name](Request request) -> Task<Response> {
        std::string text = name;
        for (const auto& [key, value] : request.pathParameters) {
            text += " " + key + "=" + value;
        }
        co_return textResponse(200, "text/plain", std::move(text));
    };
}

Response ask(const Router& router, Method method, std::string path) {
    boost::asio::io_context loop;
    Request request;
    request.method = method;
    request.path = std::move(path);
    auto answer = boost::asio::co_spawn(loop, router.handle(std::move(request)), boost::asio::use_future);
    loop.run();
    return answer.get();
}

std::string bodyOf(const Response& response) {
    return response.body.empty() ? std::string() : std::string(textOf(*response.body.front().memory));
}

Router channels() {
    Router router;
    router.add(Method::Get, "/channels/{name}", named("one"));
    router.add(Method::Patch, "/channels/{name}", named("change"));
    router.add(Method::Get, "/channels/mine", named("mine"));
    router.add(Method::Get, "/files/{rest...}", named("file"));
    router.add(Method::Get, "/", named("root"));
    return router;
}

}  // namespace

TEST(Router, FindsTheHandlerAndItsParameters) {
    const Router router = channels();
    EXPECT_EQ(bodyOf(ask(router, Method::Get, "/channels/alice")), "one name=alice");
    EXPECT_EQ(bodyOf(ask(router, Method::Patch, "/channels/alice")), "change name=alice");
    EXPECT_EQ(bodyOf(ask(router, Method::Get, "/channels/mine")), "mine");
    EXPECT_EQ(bodyOf(ask(router, Method::Get, "/files/a/b")), "file rest=a/b");
    EXPECT_EQ(bodyOf(ask(router, Method::Head, "/")), "root");
}

TEST(Router, UnknownPathIsAProblemDocument) {
    const Response response = ask(channels(), Method::Get, "/nowhere");
    EXPECT_EQ(response.status, 404U);
    EXPECT_EQ(response.header("content-type"), "application/problem+json");
    EXPECT_EQ(ask(channels(), Method::Get, "/channels/").status, 404U);
    EXPECT_EQ(ask(channels(), Method::Get, "/channels/a/b").status, 404U);
}

TEST(Router, WrongMethodNamesTheRightOnes) {
    const Response response = ask(channels(), Method::Delete, "/channels/alice");
    EXPECT_EQ(response.status, 405U);
    EXPECT_EQ(response.header("Allow"), "OPTIONS, GET, HEAD, PATCH");
    EXPECT_EQ(ask(channels(), Method::Options, "/channels/alice").status, 204U);
}

TEST(Problem, EscapesItsText) {
    const Response response = problem(400, "a.b", "Bad", "say \"x\"\n\\");
    EXPECT_EQ(
        bodyOf(response),
        R"({"type":"about:blank","status":400,"code":"a.b","title":"Bad","detail":"say \"x\"\u000a\\"})");
}

}  // namespace footlight::net::http
