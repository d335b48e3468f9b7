#pragma once

#include <QPointer>
#include <chrono>
#include <deque>
#include <memory>
#include <vector>

#include "ui/chat/chat_row.h"
#include "ui/chat/row_look.h"

namespace footlight::chatui {

class ChatModel;

/// The lines of a chat as rows, one below the other from 0 on: each is laid out once and kept, those that
/// nobody has looked at yet have a guessed height. Knows no window. Owned by a ChatView.
class RowStack {
public:
    explicit RowStack(const RowLook& look);

    /// The rows of another model, or none.
    void reset(const ChatModel* model, const RowLook& look);
    /// All looks different now. Heights stay as guesses, so that what is read stays about where it was.
    void setLook(const RowLook& look);
    [[nodiscard]] const RowLook& look() const { return look_; }

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] int topOf(int row) const;
    [[nodiscard]] int heightOf(int row) const { return rows_[static_cast<std::size_t>(row)].height; }
    /// -1 above the first and below the last.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] std::vector<int> rowsWaitingFor(const QString& emoteHash) const;
    [[nodiscard]] bool isWhole() const { return firstStale_ == 0; }

    /// Laid out now where it was not yet.
    const ChatRow& at(int row);
    void insert(int first, int last);
    /// How high they were.
    int remove(int first, int last);
    /// Its line is another. By how much it has grown.
    int layOutAgain(int row);
    /// The last rows, as many as fill so much.
    void layOutFoot(int pixels);
    /// The rows from `y` on, as many as fill so much. By how much what lies above `y` has grown.
    int layOutFrom(int y, int pixels);
    /// Others, from the last up, for so long. By how much those before `row` have grown.
    int layOutRest(int row, std::chrono::milliseconds span);

    /// Those that are laid out, with the first at `top`, as far as they meet `clip`.
    void paint(QPainter& painter, int top, const QRect& clip, int hovered, int selected) const;

private:
    struct Entry {
        std::unique_ptr<ChatRow> row;  ///< null until it is laid out
        int height;                    ///< a guess until then
    };
    Entry& laidOut(int row);

    QPointer<const ChatModel> model_;
    RowLook look_;
    std::deque<Entry> rows_;
    int height_ = 0;
    int firstStale_ = 0;  ///< rows before it may have no layout
};

}  // namespace footlight::chatui
