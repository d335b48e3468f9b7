#include "core/rtmp/protocol/handshake.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::rtmp {

using tests::fromHex;

namespace {

/// Carries bytes between both sides, `step` at a time, until nobody has anything to say.
bool shakeHands(ClientHandshake& client, ServerHandshake& server, std::size_t step) {
    Bytes toServer;
    Bytes toClient;
    client.begin(toServer);
    bool isClientDone = false;
    bool isServerDone = false;
    std::size_t serverRead = 0;
    std::size_t clientRead = 0;
    while (serverRead < toServer.size() || clientRead < toClient.size()) {
        ByteView input = ByteView(toServer).subspan(serverRead);
        input = input.first(std::min(step, input.size()));
        serverRead += input.size();
        isServerDone = server.receive(input, toClient).value();
        EXPECT_TRUE(input.empty());
        input = ByteView(toClient).subspan(clientRead);
        input = input.first(std::min(step, input.size()));
        clientRead += input.size();
        isClientDone = client.receive(input, toServer).value();
        EXPECT_TRUE(input.empty());
    }
    EXPECT_EQ(toServer.size(), 1U + 2 * 1536);
    EXPECT_EQ(toClient.size(), 1U + 2 * 1536);
    return isClientDone && isServerDone;
}

Error refusalOf(std::string_view bytes) {
    ServerHandshake server;
    ByteView input = bytesOf(bytes);
    Bytes out;
    auto done = server.receive(input, out);
    EXPECT_FALSE(done);
    EXPECT_TRUE(out.empty());
    return done ? Error(ErrorCategory::NeedMoreInput, "", "") : done.error();
}

}  // namespace

TEST(Handshake, SimpleOnesMeet) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{100}, std::size_t{10'000}}) {
        ClientHandshake client(HandshakeKind::Simple);
        ServerHandshake server;
        EXPECT_TRUE(shakeHands(client, server, step)) << step;
        EXPECT_FALSE(server.usesDigest());
    }
}

TEST(Handshake, DigestsMeet) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{10'000}}) {
        ClientHandshake client(HandshakeKind::Digest);
        ServerHandshake server;
        EXPECT_TRUE(shakeHands(client, server, step)) << step;
        EXPECT_TRUE(server.usesDigest());
    }
}

TEST(Handshake, TheServerAnswersTheDigestOfEitherScheme) {
    for (const auto scheme : {digest::Scheme::First, digest::Scheme::Second}) {
        digest::Packet c1{};
        for (std::size_t i = 0; i < c1.size(); ++i) {
            c1[i] = static_cast<std::uint8_t>(i * 7 + 3);
        }
        const auto digest = digest::sign(c1, scheme, digest::Side::Client);
        Bytes sent = {3};
        sent.insert(sent.end(), c1.begin(), c1.end());
        ServerHandshake server;
        ByteView input(sent);
        Bytes out;
        EXPECT_FALSE(server.receive(input, out).value());
        ASSERT_EQ(out.size(), 1U + 2 * 1536);
        digest::Packet s1{};
        digest::Packet s2{};
        std::copy_n(out.begin() + 1, 1536, s1.begin());
        std::copy_n(out.begin() + 1 + 1536, 1536, s2.begin());
        const auto found = digest::find(s1, digest::Side::Server);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->scheme, scheme);
        EXPECT_TRUE(digest::isAnswer(s2, digest, digest::Side::Server));
    }
}

TEST(Handshake, AVersionWithoutADigestIsSimple) {
    Bytes sent(1 + 1536, 0x5A);
    sent[0] = 3;
    ServerHandshake server;
    ByteView input(sent);
    Bytes out;
    EXPECT_FALSE(server.receive(input, out).value());
    EXPECT_FALSE(server.usesDigest());
    EXPECT_TRUE(std::equal(sent.begin() + 1, sent.end(), out.begin() + 1 + 1536)) << "S2 echoes C1";
}

TEST(Handshake, WhatFollowsStaysInTheInput) {
    Bytes sent(1 + 2 * 1536, 0);
    sent[0] = 3;
    sent.insert(sent.end(), {0x02, 0x00});
    ServerHandshake server;
    ByteView input(sent);
    Bytes out;
    EXPECT_TRUE(server.receive(input, out).value()) << "also with garbage for C2";
    EXPECT_EQ(input.size(), 2U);
}

TEST(Handshake, OtherProtocolsAreNamed) {
    EXPECT_NE(refusalOf("GET / HTTP/1.1\r\n").message().find("HTTP"), std::string::npos);
    EXPECT_NE(refusalOf("\x16\x03\x01").message().find("TLS"), std::string::npos);
    EXPECT_NE(refusalOf("\x06").message().find("RTMPE"), std::string::npos);
    EXPECT_NE(refusalOf(std::string_view("\0", 1)).message().find("version 0"), std::string::npos);
    EXPECT_NE(refusalOf("\xFF\xFF").message().find("not RTMP"), std::string::npos);
    EXPECT_EQ(refusalOf("\x1F").category(), ErrorCategory::Unsupported);
}

TEST(Handshake, TheClientRefusesAServerThatIsNone) {
    ClientHandshake client(HandshakeKind::Simple);
    Bytes out;
    client.begin(out);
    ByteView input = bytesOf("HTTP/1.1 400 Bad Request");
    EXPECT_FALSE(client.receive(input, out));
}

}  // namespace footlight::rtmp
