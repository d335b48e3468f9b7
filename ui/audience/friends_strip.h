#pragma once

#include <QFrame>

class QAbstractItemModel;
class QListView;

namespace footlight::audience {

/// Friends who watch something: a press goes there. Takes no room while there are none. The model has the
/// roles of FriendsWatching and outlives it.
class FriendsStrip final : public QFrame {
    Q_OBJECT
public:
    explicit FriendsStrip(QAbstractItemModel& friends, QWidget* parent = nullptr);

Q_SIGNALS:
    void channelChosen(const QString& channel);

private:
    void fit();

    QAbstractItemModel& friends_;
    QListView* list_;
};

}  // namespace footlight::audience
