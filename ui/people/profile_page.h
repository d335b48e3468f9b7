#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class AvatarView;
class PictureView;
class TextLabel;
}  // namespace footlight::widgets
namespace footlight::pictures {
struct Pictures;
}
namespace footlight::wire {
struct PageLink;
struct ScheduleEntry;
}  // namespace footlight::wire

namespace footlight::people {

class FollowButton;
class Follows;
class Profile;

/// The page of a channel: what it tells of itself, who follows it, what it has announced. Links open only
/// after a question that shows where they lead. Everything given outlives it.
class ProfilePage final : public QWidget {
    Q_OBJECT
public:
    ProfilePage(Profile& profile, Follows& follows, pictures::Pictures& pictures, QWidget* parent = nullptr);

Q_SIGNALS:
    void watchAsked(const QString& channel);
    /// That recording is to be played: its playlist and its title.
    void playAsked(const QString& address, const QString& title);
    void notice(const QString& sentence);

private:
    QWidget* makeHead();
    QWidget* makeBody();
    QWidget* makeRecordings();
    void showProfile();
    void showPictures();
    void showLinks();
    void showSchedule();
    void showRecordings();
    void openLink(const wire::PageLink& link);
    void saveCalendar();

    Profile& profile_;
    Follows& follows_;
    pictures::Pictures& pictures_;
    widgets::PictureView* banner_;
    widgets::AvatarView* avatar_;
    widgets::TextLabel* name_;
    widgets::TextLabel* title_;
    widgets::TextLabel* facts_;
    widgets::TextLabel* about_;
    widgets::TextLabel* nothing_;
    FollowButton* follow_;
    QPushButton* watch_;
    QPushButton* calendar_ = nullptr;
    QPushButton* remind_ = nullptr;
    QWidget* links_ = nullptr;
    QWidget* schedule_ = nullptr;
    widgets::TextLabel* noSchedule_ = nullptr;
    QWidget* recordings_ = nullptr;
    widgets::TextLabel* noRecordings_ = nullptr;
    QPushButton* more_ = nullptr;
    QString showsAllOf_;  ///< the channel whose older recordings were asked for
};

}  // namespace footlight::people
