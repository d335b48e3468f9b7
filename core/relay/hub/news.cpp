#include "core/relay/hub/news.h"

namespace footlight::relay::hub {
namespace {

std::string nameOf(const wire::Notification& news) { return news.from ? news.from->name : "Somebody"; }

std::string subjectOf(const wire::Notification& news) {
    switch (news.kind) {
        case wire::NotificationKind::WentLive:
            return news.channel + " is live";
        case wire::NotificationKind::StartsSoon:
            return news.channel + " begins soon";
        case wire::NotificationKind::NewRecording:
            return news.channel + " has a new recording";
        case wire::NotificationKind::Mention:
            return nameOf(news) + " mentioned you in " + news.channel;
        case wire::NotificationKind::Reply:
            return nameOf(news) + " replied to you in " + news.channel;
        case wire::NotificationKind::Follower:
            return nameOf(news) + " follows " + news.channel;
        case wire::NotificationKind::FriendRequest:
            return nameOf(news) + " wants to be your friend";
        case wire::NotificationKind::FriendAccepted:
            return nameOf(news) + " is your friend now";
        case wire::NotificationKind::WebhookSuspended:
            return "A webhook of yours took nothing for a day and is sent nothing any more";
    }
    return "News";
}

}  // namespace

std::string kindName(wire::NotificationKind kind) {
    switch (kind) {
        case wire::NotificationKind::WentLive:
            return "wentLive";
        case wire::NotificationKind::StartsSoon:
            return "startsSoon";
        case wire::NotificationKind::NewRecording:
            return "newRecording";
        case wire::NotificationKind::Mention:
            return "mention";
        case wire::NotificationKind::Reply:
            return "reply";
        case wire::NotificationKind::Follower:
            return "follower";
        case wire::NotificationKind::FriendRequest:
            return "friendRequest";
        case wire::NotificationKind::FriendAccepted:
            return "friendAccepted";
        case wire::NotificationKind::WebhookSuspended:
            return "webhookSuspended";
    }
    return "";
}

NewsText newsText(const wire::Notification& news) {
    NewsText made{subjectOf(news), subjectOf(news) + ".\n"};
    if (!news.title.empty()) {
        made.text += "\n" + news.title + "\n";
    }
    if (!news.text.empty()) {
        made.text += "\n> " + news.text + "\n";
    }
    return made;
}

}  // namespace footlight::relay::hub
