#include "ui/people/notification_words.h"

#include <QCoreApplication>

#include "ui/models/wording.h"

namespace footlight::people {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NotificationWords)
};

constexpr std::chrono::hours kRecent{24};

}  // namespace

NotificationSaying sayingOf(const wire::Notification& notification) {
    using Kind = wire::NotificationKind;
    const QString channel = QString::fromStdString(notification.channel);
    const QString who = notification.from ? QString::fromStdString(notification.from->name) : channel;
    const QString title = QString::fromStdString(notification.title);
    const QString text = QString::fromStdString(notification.text);
    switch (notification.kind) {
        case Kind::WentLive:
            return {QStringLiteral("live"), Words::tr("%1 is live").arg(channel), title};
        case Kind::StartsSoon:
            return {QStringLiteral("calendar"), Words::tr("%1 begins soon").arg(channel), title};
        case Kind::NewRecording:
            return {QStringLiteral("library"), Words::tr("New recording of %1").arg(channel), title};
        case Kind::Mention:
            return {QStringLiteral("at"), Words::tr("%1 mentioned you in the chat of %2").arg(who, channel),
                    text};
        case Kind::Reply:
            return {QStringLiteral("reply"), Words::tr("%1 answered you in the chat of %2").arg(who, channel),
                    text};
        case Kind::Follower:
            return {QStringLiteral("follow"), Words::tr("%1 follows you").arg(who), {}};
        case Kind::FriendRequest:
            return {QStringLiteral("users"), Words::tr("%1 wants to be your friend").arg(who), {}};
        case Kind::FriendAccepted:
            return {QStringLiteral("users"), Words::tr("%1 is your friend now").arg(who), {}};
        case Kind::WebhookSuspended:
            return {QStringLiteral("link"),
                    Words::tr("A webhook took nothing for a day. It is sent nothing until you add it anew."),
                    text};
    }
    return {QStringLiteral("bell"), title, text};
}

QString textOf(wire::NotificationKind kind) {
    using Kind = wire::NotificationKind;
    switch (kind) {
        case Kind::WentLive:
            return Words::tr("A channel that I follow goes live");
        case Kind::StartsSoon:
            return Words::tr("It begins in 15 minutes, by its schedule");
        case Kind::NewRecording:
            return Words::tr("It has a new recording");
        case Kind::Mention:
            return Words::tr("Somebody mentions me in a chat");
        case Kind::Reply:
            return Words::tr("Somebody answers me in a chat");
        case Kind::Follower:
            return Words::tr("Somebody follows my channel");
        case Kind::FriendRequest:
            return Words::tr("Somebody wants to be my friend");
        case Kind::FriendAccepted:
            return Words::tr("Somebody is my friend now");
        case Kind::WebhookSuspended:
            return Words::tr("A webhook of mine is suspended");
    }
    return {};
}

QString agoText(UtcTime at, UtcTime now) {
    const auto passed = now - at;
    if (passed < std::chrono::minutes(1)) {
        return Words::tr("just now");
    }
    if (passed < std::chrono::hours(1)) {
        return Words::tr("%n min ago", nullptr,
                         static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(passed).count()));
    }
    if (passed < kRecent) {
        return Words::tr("%n h ago", nullptr,
                         static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(passed).count()));
    }
    return models::momentText(at);
}

}  // namespace footlight::people
