#include "ui/chat/row_stack.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>

#include "ui/chat/chat_model.h"

namespace footlight::chatui {
namespace {

constexpr int kGuessedHeight = 24;

}  // namespace

RowStack::RowStack(const RowLook& look) : look_(look) {}

void RowStack::reset(const ChatModel* model, const RowLook& look) {
    model_ = model;
    look_ = look;
    rows_.clear();
    firstStale_ = model != nullptr ? model->rowCount() : 0;
    for (int row = 0; row < firstStale_; ++row) {
        rows_.push_back({nullptr, kGuessedHeight});
    }
    height_ = firstStale_ * kGuessedHeight;
}

void RowStack::setLook(const RowLook& look) {
    look_ = look;
    for (Entry& entry : rows_) {
        entry.row.reset();
    }
    firstStale_ = count();
}

int RowStack::topOf(int row) const {
    int top = 0;
    for (int each = 0; each < row; ++each) {
        top += heightOf(each);
    }
    return top;
}

int RowStack::rowAt(int y) const {
    int foot = 0;
    for (int row = 0; row < count() && y >= 0; ++row) {
        foot += heightOf(row);
        if (y < foot) {
            return row;
        }
    }
    return -1;
}

std::vector<int> RowStack::rowsWaitingFor(const QString& emoteHash) const {
    std::vector<int> waiting;
    for (int row = 0; row < count(); ++row) {
        const auto& entry = rows_[static_cast<std::size_t>(row)];
        if (entry.row && entry.row->waitsFor(emoteHash)) {
            waiting.push_back(row);
        }
    }
    return waiting;
}

RowStack::Entry& RowStack::laidOut(int row) {
    Entry& entry = rows_[static_cast<std::size_t>(row)];
    if (!entry.row) {
        entry.row = std::make_unique<ChatRow>(model_->line(row), look_);
        height_ += entry.row->height() - entry.height;
        entry.height = entry.row->height();
    }
    return entry;
}

const ChatRow& RowStack::at(int row) { return *laidOut(row).row; }

void RowStack::insert(int first, int last) {
    for (int row = first; row <= last; ++row) {
        rows_.insert(rows_.begin() + row, Entry{nullptr, kGuessedHeight});
        height_ += kGuessedHeight;
        laidOut(row);
    }
}

int RowStack::remove(int first, int last) {
    int gone = 0;
    for (int row = first; row <= last; ++row) {
        gone += heightOf(row);
    }
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    height_ -= gone;
    if (firstStale_ > first) {
        firstStale_ = std::max(first, firstStale_ - (last - first + 1));
    }
    return gone;
}

int RowStack::layOutAgain(int row) {
    Entry& entry = rows_[static_cast<std::size_t>(row)];
    const int before = entry.height;
    entry.row.reset();
    return laidOut(row).height - before;
}

void RowStack::layOutFoot(int pixels) {
    for (int row = count() - 1; row >= 0 && pixels > 0; --row) {
        pixels -= laidOut(row).height;
    }
}

int RowStack::layOutFrom(int y, int pixels) {
    const int first = std::max(0, rowAt(y));
    if (first >= count()) {
        return 0;
    }
    const int top = topOf(first);
    const int before = heightOf(first);
    int foot = top;
    for (int row = first; row < count() && foot < y + pixels; ++row) {
        foot += laidOut(row).height;
    }
    return top < y ? heightOf(first) - before : 0;
}

int RowStack::layOutRest(int row, std::chrono::milliseconds span) {
    QElapsedTimer spent;
    spent.start();
    int grown = 0;
    while (model_ && firstStale_ > 0 && spent.elapsed() < span.count()) {
        const int next = --firstStale_;
        const int before = heightOf(next);
        const int more = laidOut(next).height - before;
        grown += next < row ? more : 0;
    }
    return grown;
}

void RowStack::paint(QPainter& painter, int top, const QRect& clip, int hovered, int selected) const {
    for (int row = 0; row < count() && top <= clip.bottom(); ++row) {
        const Entry& entry = rows_[static_cast<std::size_t>(row)];
        if (entry.row && top + entry.height >= clip.top()) {
            entry.row->paint(painter, top, look_, {row == hovered, row == selected});
        }
        top += entry.height;
    }
}

}  // namespace footlight::chatui
