#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/accounts/password.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/relay/hub/community_options.h"
#include "core/relay/hub/room_table.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

class AccountService;
class BroadcastControl;
class Broadcasts;
class ChannelService;
class CommandQueue;
class Community;
class EmoteService;
class FriendWatch;
class InputService;
class PictureService;
class PublishGrants;
class RecordingService;
class Rooms;
class SettingsService;
class TargetService;

/// Who may make an account.
enum class SignUpMode : std::uint8_t { Open, Invite, Closed };

struct HubOptions {
    std::optional<Secret> ownerToken;  ///< lets the relay's owner in, from loopback
    SignUpMode signUp = SignUpMode::Open;
    double signUpsPerHour = 5;        ///< of one address, and as many at once
    bool loopbackExempt = true;       ///< from what counts by address: there may be a reverse proxy
    std::string ownerName = "owner";  ///< the owner's account is called so when it is made
    accounts::HashCost hashCost = accounts::HashCost::forThisMachine();
    std::chrono::milliseconds writeEvery{20};  ///< chat that is said within this time is one commit
    std::chrono::milliseconds presenceEvery{500};
    ChatLimits chat;
    std::chrono::milliseconds sessionLifetime{std::chrono::hours{24 * 30}};
    std::chrono::milliseconds silentBroadcast{
        30'000};        ///< beyond its grace without any event of the origin, a broadcast has ended
    Secret sealingKey;  ///< for what is sealed in the database
    Secret mediaKey;    ///< by which links to protected channels are signed
    std::filesystem::path slates;    ///< the folder of channels' own pictures and clips
    std::filesystem::path emotes;    ///< the folder of channels' emotes
    std::filesystem::path pictures;  ///< the folder of channels' avatars and banners
    std::int64_t recordedBytes = 0;  ///< of all recordings; the oldest give way. 0: no bound
    std::chrono::milliseconds retainEvery{600'000};
    CommunityOptions community;
};

/// Accounts, channels, broadcasts, chat rooms and presence of one relay. Lives on one event loop; the
/// database is used on a worker thread of its own, and read on another. Owned by the hub role.
class Hub {
public:
    Hub(net::Executor executor, StoresPair stores, HubOptions options, const Clock& clock, Logger logger);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// Reads what was on air when the relay stopped. Once, before anything else.
    [[nodiscard]] net::Task<Result<>> start();
    /// Answers every long poll at once, from now on: the server that carries them can close.
    void stopWaiting();
    /// Writes what is queued, ends the background tasks. The stores must outlive it.
    [[nodiscard]] net::Task<> close();

    [[nodiscard]] AccountService& accounts();
    [[nodiscard]] ChannelService& channels();
    [[nodiscard]] Broadcasts& broadcasts();
    [[nodiscard]] Rooms& rooms();
    [[nodiscard]] PublishGrants& grants();
    [[nodiscard]] CommandQueue& commands();
    [[nodiscard]] SettingsService& settings();
    [[nodiscard]] TargetService& targets();
    [[nodiscard]] EmoteService& emotes();
    [[nodiscard]] FriendWatch& friendWatch();
    [[nodiscard]] PictureService& pictures();
    [[nodiscard]] InputService& inputs();
    [[nodiscard]] RecordingService& recordings();
    [[nodiscard]] BroadcastControl& control();
    [[nodiscard]] Community& community();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::hub
