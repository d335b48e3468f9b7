#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/wire/socket.h"

namespace footlight::client {

/// The live connection to a relay: chat, presence, what goes live. It holds one WebSocket at a time and does
/// not reconnect by itself: the RelayClient opens it again, and it then says hello, joins every channel that
/// was joined and sends each unconfirmed line once more. Owned by the RelayClient, used on its thread.
class LiveSocket : public QObject {
    Q_OBJECT
public:
    explicit LiveSocket(const Clock& clock, QObject* parent = nullptr);
    ~LiveSocket() override;

    /// Connects and says hello with `token`, or as a guest.
    void open(const QUrl& url, std::optional<Secret> token);
    /// Ends the connection; joined channels and unconfirmed lines are kept for the next open().
    void close();
    /// Forgets joined channels and refuses unconfirmed lines: for another relay.
    void forget();
    /// Refuses unconfirmed lines: what one person said is not said as another.
    void refuseLines();
    [[nodiscard]] bool isOpen() const;

    /// Kept over reconnects until leave(), joinRefused or putOut. A channel has two places that do not know
    /// of each other: that of who watches, which counts as a viewer, and that of its own Studio. We are in it
    /// while either is taken. At most 20 channels. `playback` is the token of a link to a protected channel.
    void join(const QString& channel, bool watching, const QString& playback = {});
    /// The token that we joined with; empty where we have none, or are not in that channel.
    [[nodiscard]] QString playback(const QString& channel) const;
    void leave(const QString& channel, bool watching);
    /// Returns the line's nonce; messageAcknowledged or messageRefused follows with it. While there is no
    /// connection up to 32 lines wait for it, 30 s long; each is sent twice at most. A line that begins with
    /// `/` is a command: what it says comes by requestDone, before messageAcknowledged.
    QString say(const QString& channel, const QString& text,
                const std::optional<MessageId>& replyTo = std::nullopt);
    QString edit(const QString& channel, const MessageId& id, const QString& text);
    QString remove(const QString& channel, const MessageId& id);
    QString pin(const QString& channel, const MessageId& id);
    QString unpin(const QString& channel, const MessageId& id);
    /// Anything of the wire that has a channel and a nonce. Returns the nonce; requestDone or requestRefused
    /// follows with it within 30 s. It is sent once, and refused while we are not in that channel.
    template <typename Message>
    QString request(Message message) {
        const QString nonce = makeNonce();
        message.nonce = nonce.toStdString();
        const std::string channel = message.channel;
        submit(channel, std::move(message), nonce);
        return nonce;
    }

    /// Anything of the wire that is not answered. Nothing is sent while we are not in that channel.
    template <typename Message>
    void tell(const Message& message) {
        submit(message.channel, message);
    }

    /// The relay's clock minus ours; empty until measured. From the quickest of the last pings.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const;

Q_SIGNALS:
    /// The relay has welcomed us; `user` is empty for a guest.
    void opened(const std::optional<footlight::wire::User>& user);
    /// `message` is for people: why the connection ended.
    void closed(const QString& message);
    /// The relay did not take our token.
    void tokenRefused(const QString& message);

    /// Also after each reconnect, which resumes behind the last message that was received: `joined.resumed`
    /// is true where `joined.history` is what was missed, false where what was shown is to be forgotten.
    void joined(const footlight::wire::Joined& joined);
    /// The relay is too busy to let us in: it is asked again, half a second to 15 s later. `message` is for
    /// people.
    void joinDelayed(const QString& channel, const QString& message);
    /// There is no such channel, or no room for it: it is not joined again. `message` is for people.
    void joinRefused(const QString& channel, const QString& message);
    /// The relay has put us out of a channel that we had joined: it is not joined again. `message` is for
    /// people.
    void putOut(const QString& channel, const QString& message);
    void messageReceived(const footlight::wire::ChatMessage& message);
    void messageEdited(const footlight::wire::ChatMessage& message);
    void messageDeleted(const footlight::wire::Deleted& deleted);
    void messagesCleared(const footlight::wire::Cleared& cleared);
    void pinned(const footlight::wire::Pinned& pinned);
    void unpinned(const footlight::wire::Unpinned& unpinned);
    void modesChanged(const footlight::wire::ModesChanged& changed);
    void emotesChanged(const footlight::wire::EmotesChanged& changed);
    void roleChanged(const footlight::wire::RoleChanged& changed);
    /// What we ourselves may not do in a channel, or may again.
    void restricted(const footlight::wire::Restricted& restricted);
    /// `id` is absent for a command, which leaves no message.
    void messageAcknowledged(const QString& nonce, const std::optional<footlight::MessageId>& id);
    /// `code` is that of the relay's error, empty where the relay was never asked.
    void messageRefused(const QString& nonce, const QString& reason, const QString& code);
    /// `text` is what a command says to who gave it, in lines; else empty.
    void requestDone(const QString& nonce, const QString& text);
    void requestRefused(const QString& nonce, const QString& reason, const QString& code);
    void viewersChanged(const QString& channel, qint64 viewers);
    /// The same with who came and went.
    void presenceChanged(const footlight::wire::Presence& presence);
    /// What a friend watches from now on; nothing where it has no channel.
    void friendWatching(const footlight::wire::FriendWatching& watching);
    void reactionsReceived(const footlight::wire::Reactions& reactions);
    void pollChanged(const footlight::wire::PollChanged& changed);
    void handsChanged(const footlight::wire::HandsChanged& changed);
    void questionAsked(const footlight::wire::QuestionAsked& asked);
    void questionVotesChanged(const footlight::wire::QuestionVotes& votes);
    void questionClosed(const footlight::wire::QuestionClosed& closed);
    void wentLive(const footlight::wire::Live& live);
    void ended(const QString& channel);
    void titleChanged(const QString& channel, const QString& title);
    void healthReceived(const footlight::wire::Health& health);
    /// Something that we are told of, whatever channels are joined.
    void notificationReceived(const footlight::wire::Notification& notification);
    void clockOffsetChanged(std::chrono::milliseconds offset);
    /// What we sent was not done (a channel that does not exist, too fast); not for what has a nonce. `code`
    /// is that of the relay's error, empty where the relay was never asked.
    void refused(const QString& message, const QString& code);

private:
    static QString makeNonce();
    void submit(const std::string& channel, const wire::ClientMessage& message);
    void submit(const std::string& channel, const wire::ClientMessage& message, const QString& nonce);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::client
