#pragma once

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <memory>
#include <optional>

#include "ui/chat/chat_row.h"
#include "ui/chat/row_look.h"

class QPushButton;

namespace footlight::chatui {

class ChatModel;
class ChatOptions;
class EmoteStore;

/// Chat, painted by hand: each line is laid out once and cached, those out of sight when there is time for
/// it. Follows the newest line until the person scrolls up, then holds still and says how many are new.
class ChatView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    /// None is owned; options and emotes may be null.
    void setModel(ChatModel* model, const ChatOptions* options = nullptr, EmoteStore* emotes = nullptr);
    [[nodiscard]] bool isFollowing() const { return following_; }
    /// The row that the keyboard or the pointer is on; -1 for none.
    [[nodiscard]] int currentRow() const { return selected_ >= 0 ? selected_ : hovered_; }
    [[nodiscard]] int selectedRow() const { return selected_; }
    [[nodiscard]] ChatModel* model() const { return model_; }
    /// Where a row stands in the viewport.
    [[nodiscard]] QRect rectOf(int row) const;
    /// Brings a row into sight and marks it.
    void jumpTo(int row);
    /// While somebody is about to press something over a line: nothing moves, whatever comes.
    void hold(bool isHeld);
    /// Lays out anew: fonts, colours or options are others.
    void refresh();

public Q_SLOTS:
    void follow();

Q_SIGNALS:
    /// Something in a line was clicked, or Enter pressed on it (`hit` is then nothing).
    void activated(int row, const footlight::chatui::ChatRow::Hit& hit, const QPoint& globalPosition);
    void menuAsked(int row, const QPoint& globalPosition);
    /// The row under the pointer or with the keyboard's mark is another, or stands elsewhere; -1 for none.
    void currentChanged(int row);
    void followingChanged(bool isFollowing);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Entry {
        std::unique_ptr<ChatRow> row;  ///< null until it is laid out
        int height;                    ///< a guess until then
    };
    void forgetLayouts();
    void rebuild();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);
    void emoteLoaded(const QString& hash);
    Entry& laidOut(int row);
    int layOutVisible();
    void layOutRest();
    void updateRange();
    void keepPlace(int above);
    void hoverAgain();
    void showFollowButton();
    void announce();
    void select(int row);
    void hover(int row);
    void tellCurrent();
    [[nodiscard]] int contentTop() const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int topOf(int row) const;
    [[nodiscard]] ChatRow::Hit hitAt(QPoint inViewport);
    bool showToolTip(const QPoint& inViewport, const QPoint& global);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }

    QPointer<ChatModel> model_;
    const ChatOptions* options_ = nullptr;
    EmoteStore* emotes_ = nullptr;
    RowLook look_;
    QPushButton* newer_;
    std::deque<Entry> rows_;
    QTimer rest_;
    QTimer announcer_;
    int contentHeight_ = 0;
    int firstStale_ = 0;  ///< rows before it may have no layout
    int unseen_ = 0;
    int unannounced_ = 0;
    int hovered_ = -1;
    int selected_ = -1;
    std::optional<QPoint> pressedAt_;
    std::optional<QPoint> pointer_;
    bool following_ = true;
    bool isHeld_ = false;
    bool isAdjusting_ = false;
};

}  // namespace footlight::chatui
