#pragma once

#include <QWidget>

#include "ui/models/on_air_state.h"
#include "ui/people/friends_watching_part.h"

class QFrame;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace footlight::pictures {
class PictureStore;
}
namespace footlight::widgets {
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class ChipRow;
class Directory;
class DirectoryModel;
class Follows;
class Friends;
class Upcoming;

/// The first page: who is live on this relay, what friends watch, whom one follows, what begins soon, and a
/// field to find the rest; and whether one is on air oneself. Everything given outlives it.
class HomePage final : public QWidget {
    Q_OBJECT
public:
    struct Sources {
        Directory& directory;
        Follows& follows;
        Upcoming& upcoming;
        Friends& friends;
        WatchingList watching;
        pictures::PictureStore& faces;
    };

    explicit HomePage(const Sources& sources, QWidget* parent = nullptr);

    void setOnAir(const models::OnAirState& state);

Q_SIGNALS:
    void watchAsked(const QString& channel);
    /// What the channel tells of itself.
    void channelAsked(const QString& channel);
    void studioAsked();
    /// The list of friends, to ask somebody.
    void friendsAsked();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// A heading with what is below it, hidden while that has nothing.
    struct Part {
        widgets::TextLabel* heading = nullptr;
        QWidget* body = nullptr;
    };

    QWidget* makeOnAirCard();
    QWidget* makeFilters();
    QWidget* makeParts();
    Part addPart(QVBoxLayout& column, const QString& title, QWidget* body);
    QWidget* makeGrid(DirectoryModel& model);
    void showDirectory();
    void showUpcoming();
    void showOrEmpty();

    Directory& directory_;
    Follows& follows_;
    Upcoming& upcoming_;
    FriendsWatchingPart* friends_;
    DirectoryModel* live_;
    DirectoryModel* following_;
    DirectoryModel* others_;
    QFrame* onAirCard_;
    widgets::TextLabel* onAirText_;
    QLineEdit* search_;
    ChipRow* categories_;
    ChipRow* tags_;
    widgets::EmptyState* empty_;
    QStackedWidget* stack_;
    Part livePart_;
    Part followingPart_;
    Part soonPart_;
    Part othersPart_;
};

}  // namespace footlight::people
