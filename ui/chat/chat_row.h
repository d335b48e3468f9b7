#pragma once

#include <QString>
#include <QTextLayout>
#include <memory>

class QAbstractItemModel;
class QModelIndex;

namespace footlight::chatui {

/// One line of chat, laid out once for a width and then only painted. Everything is plain text: markup is
/// shown as it was typed.
class ChatRow final {
public:
    ChatRow(const QModelIndex& index, int width);

    void paint(QPainter& painter, qreal top) const;
    [[nodiscard]] int height() const { return height_; }

private:
    void layOut(int width);

    QString time_;
    std::unique_ptr<QTextLayout> words_;
    int height_ = 0;
    bool waiting_ = false;
};

}  // namespace footlight::chatui
