#pragma once

#include <map>

#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {

/// A channel of Ada's, and people who speak in it.
class ChatTest : public HubTest {
protected:
    ChatTest() {
        for (const auto* name : {"Ada", "Bob", "Carl"}) {
            const auto session = signUp(name);
            users_[name] = session.user;
            tokens_[name] = session.token.reveal();
        }
    }

    /// Somebody's socket in Ada's room.
    [[nodiscard]] SocketClient enter(const std::string& name) const {
        return joined("Ada", tokens_.at(name));
    }
    /// The message as it reached the one who said it.
    wire::ChatMessage say(SocketClient& from, const std::string& text,
                          std::optional<MessageId> replyTo = {}) {
        const auto nonce = nextNonce();
        from.send(wire::Say{"Ada", text, nonce, replyTo});
        std::map<MessageId, wire::ChatMessage> seen;
        while (const auto heard = from.receive()) {
            for (const auto& message : wire::parseServerText(*heard)) {
                if (const auto* line = std::get_if<wire::ChatMessage>(&message)) {
                    seen[line->id] = *line;
                }
                const auto* said = std::get_if<wire::Said>(&message);
                if (said != nullptr && said->nonce == nonce) {
                    return seen[said->id];
                }
            }
        }
        ADD_FAILURE() << "not said: " << text;
        return {};
    }
    /// The code of what is refused.
    std::string refusalOf(SocketClient& from, const wire::ClientMessage& message) {
        from.send(message);
        const auto error = from.next<wire::ErrorMessage>();
        EXPECT_TRUE(error);
        return error ? error->code : "";
    }
    std::string refusalOf(SocketClient& from, const std::string& text) {
        return refusalOf(from, wire::Say{"Ada", text, nextNonce()});
    }
    /// What a command says to who gave it.
    std::string command(SocketClient& from, const std::string& text, std::optional<MessageId> replyTo = {}) {
        const auto nonce = nextNonce();
        from.send(wire::Say{"Ada", text, nonce, replyTo});
        const auto done = from.next<wire::Done>();
        EXPECT_TRUE(done && done->nonce == nonce) << text;
        return done ? done->text.value_or("") : "";
    }
    std::string nextNonce() { return std::to_string(++nonces_); }

    std::map<std::string, wire::User> users_;
    std::map<std::string, std::string> tokens_;
    int nonces_ = 0;
};

}  // namespace footlight::tests
