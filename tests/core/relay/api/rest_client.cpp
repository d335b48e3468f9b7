#include "tests/core/relay/api/rest_client.h"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "core/wire/channel.h"
#include "tests/core/relay/api/hub_process.h"

namespace footlight::tests {

namespace asio = boost::asio;
namespace beast = boost::beast;

void Reply::failed(const std::string& message) const {
    ADD_FAILURE() << status << " " << body << ": " << message;
}

wire::Problem Reply::problem() const {
    EXPECT_EQ(headers.at("Content-Type"), "application/problem+json");
    auto problem = as<wire::Problem>();
    EXPECT_EQ(problem.status, status);
    return problem;
}

Reply RestClient::send(const std::string& method, const std::string& target, const std::string& body) {
    asio::io_context context;
    asio::ip::tcp::socket socket(context);
    socket.connect({asio::ip::make_address("127.0.0.1"), port_});
    beast::http::request<beast::http::string_body> request;
    request.method_string(method);
    request.target(target);
    request.set(beast::http::field::host, host_);
    request.set(beast::http::field::connection, "close");
    if (!token_.empty()) {
        request.set(beast::http::field::authorization, "Bearer " + token_);
    }
    if (!forwardedFor_.empty()) {
        request.set("X-Forwarded-For", forwardedFor_);
    }
    request.body() = body;
    request.prepare_payload();
    // A body that is refused by its length is answered before it is sent; what counts is the answer.
    beast::error_code refusedMeanwhile;
    beast::http::write(socket, request, refusedMeanwhile);
    beast::flat_buffer buffer;
    beast::http::response<beast::http::string_body> response;
    beast::http::read(socket, buffer, response);
    Reply reply{response.result_int(), {}, response.body()};
    for (const auto& header : response) {
        reply.headers[std::string(header.name_string())] = std::string(header.value());
    }
    return reply;
}

wire::Session RestClient::signUp(const std::string& name) {
    const auto reply =
        send("POST", "/api/v1/users", R"({"name":")" + name + R"(","password":"correct horse battery"})");
    EXPECT_EQ(reply.status, 201U) << reply.body;
    auto session = reply.as<wire::Session>();
    token_ = session.token.reveal();
    return session;
}

std::string RestClient::makeKey(const std::string& channel) {
    const auto reply = send("POST", "/api/v1/channels/" + channel + "/key");
    EXPECT_EQ(reply.status, 200U) << reply.body;
    return reply.as<wire::StreamKey>().streamKey.reveal();
}

Reply RestClient::hook(const std::string& path, const std::string& body) {
    RestClient origin(port_);
    origin.setToken(kHookSecret);
    return origin.send("POST", "/hooks/v1/" + path, body);
}

wire::PublishGrant RestClient::publish(const std::string& key) {
    const auto reply = hook("publish", wire::toJson(wire::PublishHook{Secret(key), "10.0.0.7", "FMLE/3.0"}));
    EXPECT_EQ(reply.status, 200U) << reply.body;
    return reply.as<wire::PublishGrant>();
}

Reply RestClient::tell(wire::PublishEventType type, const wire::PublishGrant& grant, UtcTime at) {
    wire::PublishEvent event{type, grant.channel, grant.broadcastId, at, {}};
    if (type == wire::PublishEventType::Health) {
        event.health = wire::StreamHealth{2'500'000, 30, 1280, 720, "avc1.64001f", "mp4a.40.2", 2};
    }
    return hook("events", wire::toJson(wire::PublishEvents{{event}}));
}

}  // namespace footlight::tests
