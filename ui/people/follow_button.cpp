#include "ui/people/follow_button.h"

#include "ui/people/follows.h"
#include "ui/theme/icon.h"

namespace footlight::people {
namespace {

constexpr std::chrono::seconds kPatience{8};

}  // namespace

FollowButton::FollowButton(Follows& follows, QWidget* parent) : QPushButton(parent), follows_(follows) {
    regret_.setSingleShot(true);
    regret_.setInterval(kPatience);
    connect(&regret_, &QTimer::timeout, this, &FollowButton::showState);
    connect(this, &QPushButton::clicked, this, &FollowButton::press);
    connect(&follows_, &Follows::changed, this, &FollowButton::showState);
    showState();
}

void FollowButton::setChannel(const QString& channel) {
    channel_ = channel;
    regret_.stop();
    showState();
}

void FollowButton::press() {
    if (follows_.has(channel_)) {
        regret_.start();
        follows_.unfollow(channel_);
    } else {
        regret_.stop();
        follows_.follow(channel_);
    }
}

void FollowButton::showState() {
    const bool isFollowed = follows_.has(channel_);
    const bool canUndo = !isFollowed && regret_.isActive();
    setVisible(follows_.canFollow(channel_));
    setIcon(canUndo      ? theme::icon(QStringLiteral("undo"))
            : isFollowed ? theme::icon(QStringLiteral("following"), theme::IconTone::Accent)
                         : theme::icon(QStringLiteral("follow")));
    setText(canUndo ? tr("Undo") : isFollowed ? tr("Following") : tr("Follow"));
    setAccessibleName(canUndo      ? tr("Follow %1 again").arg(channel_)
                      : isFollowed ? tr("Following %1; press to stop").arg(channel_)
                                   : tr("Follow %1").arg(channel_));
    setToolTip(isFollowed ? tr("Stop following") : tr("Be told when it goes live"));
}

}  // namespace footlight::people
