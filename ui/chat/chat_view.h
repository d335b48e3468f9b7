#pragma once

#include <QAbstractScrollArea>
#include <QPointer>
#include <deque>

#include "ui/chat/chat_row.h"

class QAbstractItemModel;
class QPushButton;

namespace footlight::chatui {

/// Chat, painted by hand: each message is laid out once and cached. Follows the newest line until the person
/// scrolls up, then holds still and says how many are new. Reads the roles "author", "text", "at", "waiting"
/// and "problem" of any model whose rows are added at its end and removed anywhere.
class ChatView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    /// Not owned.
    void setModel(QAbstractItemModel* model);
    [[nodiscard]] bool isFollowing() const { return following_; }

public Q_SLOTS:
    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOutAll();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);
    void updateRange();
    void showFollowButton();
    void announceLast();

    QPointer<QAbstractItemModel> model_;
    QPushButton* newer_;
    std::deque<ChatRow> rows_;
    int contentHeight_ = 0;
    int unseen_ = 0;
    bool following_ = true;
};

}  // namespace footlight::chatui
