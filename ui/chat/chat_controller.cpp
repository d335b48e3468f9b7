#include "ui/chat/chat_controller.h"

#include "core/client/relay_client.h"

namespace footlight::chatui {

ChatController::ChatController(client::RelayClient& relay, pictures::PictureStore& faces,
                               ChatOptions& options, QObject* parent)
    : QObject(parent),
      api_(relay.api()),
      faces_(faces),
      options_(options),
      room_(relay),
      feed_(relay, room_, model_),
      actions_(relay, room_),
      emotes_(relay.api()) {}

void ChatController::setChannel(const QString& channel) {
    if (channel != room_.channel()) {
        feed_.reset();
        room_.enter(channel);
    }
}

}  // namespace footlight::chatui
