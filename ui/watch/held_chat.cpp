#include "ui/watch/held_chat.h"

#include "core/client/relay_client.h"
#include "core/playback/player.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/line_wording.h"

namespace footlight::watch {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{200};
/// What the relay tells of a room that is joined: the last so many lines.
constexpr std::size_t kHistory = 50;

}  // namespace

HeldChat::HeldChat(client::RelayClient& relay, playback::Player& player, chatui::ChatModel& chat,
                   QObject* parent)
    : QObject(parent), relay_(relay), player_(player), chat_(chat) {
    looks_.setInterval(kBetweenLooks);
    connect(&looks_, &QTimer::timeout, this, &HeldChat::look);
    connect(&player_, &playback::Player::stateChanged, this, &HeldChat::look);
    connect(&sync_, &audience::ChatSync::released, &chat_, &chatui::ChatModel::append);
    connect(&sync_, &audience::ChatSync::replaced, this,
            [this](const std::vector<wire::ChatMessage>& lines) { chat_.showHistoryBehindGap(lines, gap_); });
    wire();
}

void HeldChat::wire() {
    client::LiveSocket& live = relay_.live();
    const auto mine = [this](const std::string& channel) {
        return !channel_.isEmpty() && channel == channel_.toStdString();
    };
    connect(&live, &client::LiveSocket::joined, this, [this, mine](const wire::Joined& joined) {
        if (mine(joined.channel)) {
            this->joined(joined);
        }
    });
    connect(&live, &client::LiveSocket::messageEdited, this, [this, mine](const wire::ChatMessage& message) {
        if (mine(message.channel)) {
            sync_.edit(message);
        }
    });
    connect(&live, &client::LiveSocket::messageDeleted, this, [this, mine](const wire::Deleted& deleted) {
        if (mine(deleted.channel)) {
            sync_.remove(deleted.id);
        }
    });
    connect(&live, &client::LiveSocket::messagesCleared, this, [this, mine](const wire::Cleared& cleared) {
        if (mine(cleared.channel)) {
            sync_.removeOf(cleared.user ? std::optional(cleared.user->id) : std::nullopt);
        }
    });
    connect(&live, &client::LiveSocket::messageReceived, this,
            [this, mine](const wire::ChatMessage& message) {
                if (mine(message.channel)) {
                    sync_.hear(message, isOurs(message));
                }
            });
}

/// After a reconnect it tells what was missed, or that this is too much.
void HeldChat::joined(const wire::Joined& joined) {
    if (!joined.resumed.value_or(false)) {
        // Of the lines of this moment alone: what is shown after a jump of the picture is fetched whole.
        const bool isLate = joined.resumed.has_value() && chat_.rowCount() > 0;
        gap_ = isLate ? chatui::gapText(joined.missed) : QString();
        sync_.showHistory(joined.history, joined.history.size() < kHistory);
        gap_.clear();
        return;
    }
    for (const auto& message : joined.edited) {
        sync_.edit(message);
    }
    for (const auto& id : joined.deleted) {
        sync_.remove(id);
    }
    for (const auto& message : joined.history) {
        sync_.hear(message, isOurs(message));
    }
}

void HeldChat::openChannel(const QString& channel, const QString& playback) {
    close();
    channel_ = channel;
    sync_.begin(audience::ChatSync::Kind::Live,
                std::make_unique<audience::ChannelChatArchive>(relay_.api(), channel, playback));
    looks_.start();
}

void HeldChat::openRecording(BroadcastId broadcast, const QString& access) {
    close();
    isRecording_ = true;
    sync_.begin(audience::ChatSync::Kind::Recording,
                std::make_unique<audience::RecordedChatArchive>(relay_.api(), broadcast, access));
    looks_.start();
}

void HeldChat::close() {
    isRecording_ = false;
    looks_.stop();
    channel_.clear();
    sync_.end();
    chat_.clear();
}

bool HeldChat::isOurs(const wire::ChatMessage& line) const {
    const auto& session = relay_.api().session();
    return session && session->user.id == line.user.id;
}

/// A player that waits shows no picture, or an old one that nothing follows.
void HeldChat::look() {
    using State = playback::Player::State;
    if (!looks_.isActive()) {
        return;
    }
    audience::PictureMoment moment;
    const State state = player_.state();
    // A recording that is over still shows its last picture.
    if (state == State::Playing || state == State::Paused || state == State::Buffering ||
        (isRecording_ && state == State::Ended)) {
        const auto now = player_.statistics();
        moment.capturedAt = now.capturedAt;
        if (now.latencyMs) {
            moment.behind = std::chrono::milliseconds(static_cast<std::int64_t>(*now.latencyMs));
        }
    }
    sync_.follow(moment);
}

}  // namespace footlight::watch
