#include "core/relay/api/addresses.h"

#include "core/wire/relay_info.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

using relay::api::Addresses;

std::string hostFor(const std::string& header, const std::string& publicHost = "") {
    net::http::Request request;
    request.headers.push_back({"Host", header});
    return Addresses(publicHost, {1, 2, 3}).hostFor(request);
}

TEST(RelayAddresses, FollowTheHostThatTheAskerUsed) {
    EXPECT_EQ(hostFor("attic.local:8080"), "attic.local");
    EXPECT_EQ(hostFor("attic.local"), "attic.local");
    EXPECT_EQ(hostFor("[::1]:8080"), "[::1]");
    EXPECT_EQ(hostFor("[::1]"), "[::1]");
    EXPECT_EQ(hostFor("a", "relay.example"), "relay.example");
}

TEST(RelayAddresses, NeverHoldWhatEndsAHost) {
    for (const auto* bad : {"", "evil/path", "a b", "a@b", "a\"b", "a?b"}) {
        EXPECT_EQ(hostFor(bad), "127.0.0.1") << bad;
    }
}

TEST(RelayAddresses, KnowLoopback) {
    for (const auto* address : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"}) {
        EXPECT_TRUE(relay::api::isLoopback(address)) << address;
    }
    for (const auto* address : {"10.0.0.1", "::2", "::ffff:10.0.0.1", "1270.0.0.1", ""}) {
        EXPECT_FALSE(relay::api::isLoopback(address)) << address;
    }
}

TEST(RelayAddresses, FollowCertificateAndSrt) {
    const Addresses plain("h", {1, 2, 3});
    EXPECT_EQ(plain.ingest("h"), (wire::IngestAddresses{"rtmp://h:1/live", "rtmp://h:1/backup"}));
    EXPECT_EQ(plain.rtmps("h"), std::nullopt);
    const Addresses full("h", {1, 2, 3, 4, true});
    EXPECT_EQ(full.media("h"), "https://h:2");
    EXPECT_EQ(full.api("h"), "https://h:3/api/v1");
    EXPECT_EQ(full.socket("h"), "wss://h:3/api/v1/socket");
    EXPECT_EQ(full.ingest("h").rtmps, "rtmps://h:1/live");
    EXPECT_EQ(full.ingest("h").rtmpsBackup, "rtmps://h:1/backup");
    EXPECT_EQ(full.ingest("h").srt, "srt://h:4");
    EXPECT_EQ(full.ingest("h").srtHasPassphrase, false);
    EXPECT_EQ(Addresses("h", {1, 2, 3, 4, false, false, true}).ingest("h").srtHasPassphrase, true);
}

class ApiRelay : public HubTest {};

TEST_F(ApiRelay, TellsEveryAddress) {
    const auto info = client().get("/api/v1/relay").as<wire::RelayInfo>();
    EXPECT_EQ(info.name, "Attic");
    EXPECT_EQ(info.version, "0.1.0");
    EXPECT_EQ(info.rtmp, "rtmp://relay.example:1111/live");
    EXPECT_EQ(info.media, "http://relay.example:2222");
    EXPECT_EQ(info.api, "http://relay.example:3333/api/v1");
    EXPECT_EQ(info.socket, "ws://relay.example:3333/api/v1/socket");
}

TEST_F(ApiRelay, UnknownAddressesAndMethodsAreProblems) {
    EXPECT_EQ(client().get("/api/v1/nothing").status, 404U);
    EXPECT_EQ(client().send("PUT", "/api/v1/relay").status, 405U);
    const auto upgrade = client().get("/api/v1/socket");
    EXPECT_EQ(upgrade.status, 426U);
    EXPECT_EQ(upgrade.problem().code, "request.upgrade");
}

}  // namespace
}  // namespace footlight::tests
