#include "core/relay/hub/slate_files.h"

#include <gtest/gtest.h>

#include "core/base/secret.h"
#include "core/wire/channel_settings.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

using namespace std::string_literals;

/// What begins as a PNG does, and is so long.
std::string pictureOf(std::size_t size) {
    std::string text;
    text.reserve(size);
    text.append("\x89PNG\r\n\x1a\n");
    text.resize(size, 'x');
    return text;
}

class ApiSlate : public HubTest {
protected:
    ApiSlate() : ada_(client()) { ada_.signUp("Ada"); }

    Reply slate(const std::string& method, const std::string& body = "") {
        return ada_.send(method, "/api/v1/channels/Ada/slate", body);
    }
    std::string hashInPolicy() { return ada_.publish(ada_.makeKey("Ada")).policy.slate; }
    [[nodiscard]] std::size_t files() const {
        const std::filesystem::directory_iterator begin(hub_.hubOptions.slates);
        return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
    }

    RestClient ada_;
    const std::string picture_ = pictureOf(300'000);
};

TEST_F(ApiSlate, IsKeptByItsHashAndShownToTheOwner) {
    EXPECT_EQ(slate("GET").problem().code, "slate.none");
    ASSERT_EQ(slate("PUT", picture_).status, 204U);
    EXPECT_TRUE(ada_.get("/api/v1/channels/Ada/settings").as<wire::ChannelSettings>().hasSlate);
    const auto shown = slate("GET");
    EXPECT_EQ(shown.status, 200U);
    EXPECT_EQ(shown.headers.at("Content-Type"), "image/png");
    EXPECT_EQ(shown.body, picture_);
    const auto hash = hashInPolicy();
    EXPECT_EQ(hash, sha256Hex(picture_)) << "the origin is told which";
    EXPECT_EQ(std::filesystem::file_size(hub_.hubOptions.slates / hash), picture_.size());
    ASSERT_EQ(slate("DELETE").status, 204U);
    EXPECT_EQ(hashInPolicy(), "");
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(slate("DELETE").status, 204U) << "again: nothing changes";
}

TEST_F(ApiSlate, AnotherTakesThePlaceOfTheFormer) {
    ASSERT_EQ(slate("PUT", picture_).status, 204U);
    ASSERT_EQ(slate("PUT", picture_).status, 204U) << "the same one stays";
    EXPECT_EQ(files(), 1U);
    ASSERT_EQ(slate("PUT", "GIF89a and so on").status, 204U);
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(slate("GET").headers.at("Content-Type"), "image/gif");
}

TEST_F(ApiSlate, OneThatTwoChannelsShowGoesWithTheLast) {
    auto bob = client();
    bob.signUp("Bob");
    ASSERT_EQ(slate("PUT", picture_).status, 204U);
    ASSERT_EQ(bob.send("PUT", "/api/v1/channels/Bob/slate", picture_).status, 204U);
    ASSERT_EQ(slate("DELETE").status, 204U);
    EXPECT_EQ(bob.get("/api/v1/channels/Bob/slate").body, picture_);
    ASSERT_EQ(bob.send("DELETE", "/api/v1/channels/Bob/slate").status, 204U);
    EXPECT_EQ(files(), 0U);
}

TEST_F(ApiSlate, WhatIsNoPictureAndNoClipIsRefused) {
    for (const auto& bad : {"#!/bin/sh\n"s, "<svg onload=\"x\"/>"s, "\x89PN"s, "GIF88a"s}) {
        const auto reply = slate("PUT", bad);
        EXPECT_EQ(reply.status, 400U) << bad;
        EXPECT_EQ(reply.problem().code, "slate.kind");
    }
    EXPECT_EQ(slate("PUT").status, 400U);
    EXPECT_EQ(files(), 0U);
}

TEST(SlateFiles, KnowPicturesAndClipsByTheirFirstBytes) {
    using relay::hub::contentTypeOf;
    EXPECT_EQ(contentTypeOf("\xff\xd8\xff\xe0"), "image/jpeg");
    EXPECT_EQ(contentTypeOf("RIFF\1\1\1\1WEBPVP8 "), "image/webp");
    EXPECT_EQ(contentTypeOf("\0\0\0\x18"
                            "ftypisom"s),
              "video/mp4");
    EXPECT_EQ(contentTypeOf("\x1a\x45\xdf\xa3\x01 webm"), "video/webm");
    EXPECT_EQ(contentTypeOf("\x1a\x45\xdf\xa3\x01 matroska"), "video/x-matroska");
    EXPECT_EQ(contentTypeOf("FLV\x01\x05"), "video/x-flv");
    std::string transport(3 * 188, '\0');
    transport[0] = transport[188] = transport[376] = 'G';
    EXPECT_EQ(contentTypeOf(transport), "video/mp2t");
    EXPECT_EQ(contentTypeOf(std::string_view(transport).substr(0, 376)), "");
    EXPECT_EQ(contentTypeOf(""), "");
}

}  // namespace
}  // namespace footlight::tests
