#pragma once

#include <QWidget>
#include <vector>

#include "core/wire/friend.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace footlight::widgets {
class TextLabel;
class UndoBar;
}  // namespace footlight::widgets
namespace footlight::pictures {
class PictureStore;
}

namespace footlight::people {

class Field;
class FriendListModel;
class Friends;

/// Friends, who wants to be one, and a line to ask somebody by name. The friends outlive it.
class FriendsPage final : public QWidget {
    Q_OBJECT
public:
    explicit FriendsPage(Friends& friends, pictures::PictureStore& faces, QWidget* parent = nullptr);

Q_SIGNALS:
    void channelAsked(const QString& channel);
    void notice(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeDesk();
    QWidget* makeAsking();
    QWidget* makeList();
    QWidget* makeRequest(const wire::Friend& one);
    void showFriends();
    void showRequests(const std::vector<wire::Friend>& requests);
    void ask();
    [[nodiscard]] QString chosen() const;

    Friends& friends_;
    FriendListModel* model_;
    QStackedWidget* stack_;
    Field* name_ = nullptr;
    widgets::TextLabel* asked_ = nullptr;
    QWidget* requests_ = nullptr;
    widgets::TextLabel* requestsHeading_ = nullptr;
    std::vector<wire::Friend> shownRequests_;
    QListView* list_ = nullptr;
    QStackedWidget* listOrNone_ = nullptr;
    QPushButton* open_ = nullptr;
    QPushButton* remove_ = nullptr;
    widgets::UndoBar* undo_;
};

}  // namespace footlight::people
