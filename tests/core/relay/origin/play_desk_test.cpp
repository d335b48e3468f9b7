#include "core/relay/origin/play_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/accounts/media_token.h"
#include "tests/support/fake_clock.h"

namespace footlight::relay::origin {
namespace {

using accounts::MediaPurpose;

class PlayDeskTest : public testing::Test {
protected:
    Result<std::shared_ptr<rtmp::PlayFeed>> play(const std::string& channel, const std::string& token = {}) {
        rtmp::PlayRequest request;
        request.app = "live";
        request.stream = channel;
        request.token = Secret(token);
        boost::asio::io_context loop;
        auto answer = boost::asio::co_spawn(loop, desk_.play(std::move(request)), boost::asio::use_future);
        loop.run();
        return answer.get();
    }
    std::unique_ptr<PacketTap> goLive(Visibility visibility) {
        ChannelPolicy policy;
        policy.visibility = visibility;
        return desk_.open("stage", BroadcastId::make(clock_.utcNow()), policy);
    }
    std::string token(const std::string& channel, MediaPurpose purpose = MediaPurpose::Play) {
        return tokens_.make({purpose, channel, clock_.utcNow() + std::chrono::minutes{5}});
    }

    tests::FakeClock clock_;
    accounts::MediaTokens tokens_{Secret("0123456789abcdef0123456789abcdef")};
    PlayDesk desk_{clock_, &tokens_};
};

TEST_F(PlayDeskTest, PlaysWhatIsOnAirByTheChannelsName) {
    ASSERT_FALSE(play("stage"));
    EXPECT_EQ(play("stage").error().category(), ErrorCategory::NotFound);
    auto tap = goLive(Visibility::Unlisted);
    ASSERT_TRUE(play("stage"));
    EXPECT_FALSE(play("other"));
    tap->ended();
    EXPECT_FALSE(play("stage"));
}

TEST_F(PlayDeskTest, AProtectedChannelWantsItsOwnToken) {
    const auto tap = goLive(Visibility::Protected);
    EXPECT_EQ(play("stage").error().category(), ErrorCategory::Denied);
    EXPECT_FALSE(play("stage", "nonsense"));
    EXPECT_FALSE(play("stage", token("other")));
    EXPECT_FALSE(play("stage", token("stage", MediaPurpose::Upload)));
    const auto good = token("stage");
    EXPECT_TRUE(play("stage", good));
    clock_.advance(std::chrono::minutes{6});
    EXPECT_FALSE(play("stage", good)) << "it has expired";
}

TEST_F(PlayDeskTest, FollowsTheOwnersChoice) {
    const auto tap = goLive(Visibility::Public);
    ASSERT_TRUE(play("stage"));
    ChannelPolicy policy;
    policy.visibility = Visibility::Protected;
    tap->policy(policy);
    EXPECT_FALSE(play("stage"));
}

TEST_F(PlayDeskTest, AnEarlierBroadcastThatIsForgottenTakesNothingAway) {
    auto first = goLive(Visibility::Public);
    const auto second = goLive(Visibility::Public);
    first.reset();
    EXPECT_TRUE(play("stage"));
}

}  // namespace
}  // namespace footlight::relay::origin
