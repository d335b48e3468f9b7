#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <optional>
#include <vector>

#include "core/client/community_api.h"
#include "core/client/page_api.h"
#include "core/wire/socket.h"
#include "ui/chat/chat_line.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::chatui {

/// Whether one can write now; else why not, for people, and what mends it.
struct Writing {
    enum class Mend : std::uint8_t { None, SignIn, Follow };
    bool isOpen = true;
    QString reason{};
    Mend mend = Mend::None;
    qint64 secondsLeft = 0;  ///< until it opens by itself; 0: it does not
    bool isPause = false;    ///< one may prepare a line, and send it then
};

/// What we know of one channel's room and of ourselves in it, as the relay tells it: roles, modes, pins, why
/// we may not write. On the window's thread.
class Room final : public QObject {
    Q_OBJECT
public:
    explicit Room(client::RelayClient& relay, QObject* parent = nullptr);

    /// Forgets the room before; an empty name is no room.
    void enter(const QString& channel);
    /// What was said in a broadcast that is kept: nothing can be added.
    void enterRecording();
    [[nodiscard]] const QString& channel() const { return channel_; }
    /// Empty for a guest.
    [[nodiscard]] const QString& ownName() const { return ownName_; }
    [[nodiscard]] bool isConnected() const { return isConnected_; }
    [[nodiscard]] chat::Role ownRole() const;
    [[nodiscard]] bool moderates() const { return chat::moderates(ownRole()); }
    /// As far as we have heard.
    [[nodiscard]] chat::Role roleOf(const QString& name) const;
    /// Whether we may delete messages of this person and keep them from taking part.
    [[nodiscard]] bool mayRestrict(const QString& name) const;
    [[nodiscard]] const wire::Modes& modes() const { return modes_; }
    /// Newest first.
    [[nodiscard]] const std::vector<wire::Pin>& pins() const { return pins_; }
    /// The channel's own pictures.
    [[nodiscard]] const std::vector<ChatLine::Emote>& emotes() const { return emotes_; }
    [[nodiscard]] Writing writing(const QDateTime& now) const;

    /// One of our lines was taken: slow mode counts from here.
    void noteSaid(const QDateTime& now);
    void follow();
    /// Whether we follow this channel, where that is known from elsewhere.
    void noteFollows(bool follows);

Q_SIGNALS:
    /// Another room, or another person in it: what was begun before was not meant for it.
    void entered();
    void changed();
    /// We follow the channel from now on, by follow().
    void followed();
    void pinsChanged();
    /// What happened in the room, for people.
    void told(const QString& sentence);

private:
    void wire();
    void wireRoles();
    void wirePins();
    void joined(const wire::Joined& joined);
    void setEmotes(const std::vector<wire::Emote>& emotes);
    void setModes(const wire::Modes& modes);
    void setRole(const QString& name, chat::Role role);
    void setOwnName(const QString& name);
    void askWhetherWeFollow();
    [[nodiscard]] bool isHere(const std::string& channel) const;

    client::RelayClient& relay_;
    client::CommunityApi community_;
    client::PageApi pages_;
    QString channel_;
    QString ownName_;
    QString lastName_;  ///< of who was signed in last
    bool isConnected_ = false;
    bool isRecording_ = false;
    QString shut_;  ///< why the relay does not let us in; for people
    chat::Role ownRole_ = chat::Role::Guest;
    QHash<QString, chat::Role> roles_;  ///< of those who are no plain members, by name in lower case
    wire::Modes modes_;
    std::vector<wire::Pin> pins_;
    std::vector<ChatLine::Emote> emotes_;
    std::optional<wire::Restriction> restriction_;
    std::optional<bool> follows_;
    QDateTime saidAt_;
};

}  // namespace footlight::chatui
