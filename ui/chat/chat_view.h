#pragma once

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

#include "ui/chat/row_stack.h"

class QPushButton;

namespace footlight::chatui {

class ChatAnnouncer;
class ChatModel;
class ChatOptions;
class EmoteStore;
class RowCursor;

/// Chat, painted by hand: each line is laid out once and cached, those out of sight when there is time for
/// it. Follows the newest line until the person scrolls up, then holds still and says how many are new.
class ChatView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    /// None is owned; options and emotes may be null.
    void setModel(ChatModel* model, const ChatOptions* options = nullptr, EmoteStore* emotes = nullptr);
    [[nodiscard]] ChatModel* model() const;
    [[nodiscard]] bool isFollowing() const { return following_; }
    [[nodiscard]] int count() const { return rows_.count(); }
    /// The row that the keyboard or the pointer is on; -1 for none.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] int selectedRow() const;
    /// Where a row stands in the viewport.
    [[nodiscard]] QRect rectOf(int row) const;
    /// At that height of the viewport; -1 for none.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] ChatRow::Hit hitAt(QPoint inViewport);
    /// Brings a row into sight.
    void showRow(int row);
    /// The same, and marks it.
    void jumpTo(int row);
    /// Follows the newest no more: a row is chosen, which stays where it is whatever comes.
    void stay();
    /// While somebody is about to press something over a line: nothing moves, whatever comes.
    void hold(bool isHeld);
    /// Lays out anew: fonts, colours or options are others.
    void refresh();

public Q_SLOTS:
    void follow();

Q_SIGNALS:
    /// Something in a line was clicked.
    void activated(int row, const footlight::chatui::ChatRow::Hit& hit, const QPoint& globalPosition);
    void menuAsked(int row, const QPoint& globalPosition);
    /// The row under the pointer or with the keyboard's mark is another, or stands elsewhere; -1 for none.
    void currentChanged(int row);
    void followingChanged(bool isFollowing);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);
    void emoteLoaded(const QString& hash);
    int layOutVisible();
    void layOutRest();
    void updateRange();
    void keepPlace(int above);
    void tellMoved();
    void showFollowButton();
    [[nodiscard]] RowLook lookNow() const;
    [[nodiscard]] int firstInSight() const;
    [[nodiscard]] int contentTop() const;

    QPointer<ChatModel> model_;
    const ChatOptions* options_ = nullptr;
    EmoteStore* emotes_ = nullptr;
    RowStack rows_;
    RowCursor* cursor_;
    ChatAnnouncer* announcer_;
    QPushButton* newer_;
    QTimer rest_;
    int unseen_ = 0;
    bool following_ = true;
    bool isHeld_ = false;
    bool isAdjusting_ = false;
};

}  // namespace footlight::chatui
