#pragma once

#include <QWidget>

class QAbstractItemModel;
class QPushButton;

namespace footlight::pictures {
class PictureStore;
}
namespace footlight::widgets {
class CardGrid;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class Friends;

/// Friends who watch something, as a list, and where it has their names and what they watch.
struct WatchingList {
    QAbstractItemModel& model;
    int nameRole;
    int channelRole;
};

/// Friends who watch something now: a press goes there. Says so where none does, and how to have some. Takes
/// no room for guests. Everything given outlives it.
class FriendsWatchingPart final : public QWidget {
    Q_OBJECT
public:
    FriendsWatchingPart(WatchingList watching, Friends& friends, pictures::PictureStore& faces,
                        QWidget* parent = nullptr);

    [[nodiscard]] int count() const;

Q_SIGNALS:
    void watchAsked(const QString& channel);
    void friendsAsked();
    void countChanged();

private:
    QWidget* makeNobody();
    void showFriends();

    WatchingList watching_;
    Friends& friends_;
    widgets::CardGrid* grid_;
    QWidget* nobody_ = nullptr;
    widgets::TextLabel* words_;
    QPushButton* add_;
};

}  // namespace footlight::people
