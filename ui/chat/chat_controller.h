#pragma once

#include <QObject>

#include "ui/chat/chat_actions.h"
#include "ui/chat/chat_feed.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/emote_store.h"
#include "ui/chat/room.h"

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::chatui {

class ChatOptions;

/// One channel's chat with everything that a ChatPanel shows: the room, its lines, and what is done in it.
/// It listens to what the relay says of the channel; whoever owns it joins and leaves. On the window's
/// thread.
class ChatController final : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    ChatController(client::RelayClient& relay, pictures::PictureStore& faces, ChatOptions& options,
                   QObject* parent = nullptr);

    /// Before it is joined; an empty name for none. Another channel's lines are forgotten.
    void setChannel(const QString& channel);

    [[nodiscard]] Room& room() { return room_; }
    [[nodiscard]] ChatModel& model() { return model_; }
    [[nodiscard]] ChatFeed& feed() { return feed_; }
    [[nodiscard]] ChatActions& actions() { return actions_; }
    [[nodiscard]] ChatOptions& options() { return options_; }
    [[nodiscard]] EmoteStore& emotes() { return emotes_; }
    /// Pictures of people.
    [[nodiscard]] pictures::PictureStore& faces() { return faces_; }
    [[nodiscard]] client::RelayApi& api() { return api_; }

private:
    client::RelayApi& api_;
    pictures::PictureStore& faces_;
    ChatOptions& options_;
    Room room_;
    ChatModel model_;
    ChatFeed feed_;
    ChatActions actions_;
    EmoteStore emotes_;
};

}  // namespace footlight::chatui
