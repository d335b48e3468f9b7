#pragma once

#include <QListView>

namespace footlight::widgets {

/// Cards beside and below one another, as many in a row as there is room for, all of one size. A press or
/// Enter chooses one.
class CardGrid : public QListView {
    Q_OBJECT
public:
    /// As high as all of its cards, without a scroll bar of its own: for a page that scrolls as a whole.
    /// After setModel().
    void grow();

Q_SIGNALS:
    void chosen(const QModelIndex& card);

protected:
    /// No card is narrower than `leastWidth`, in pixels.
    explicit CardGrid(int leastWidth, QWidget* parent = nullptr);

    /// Of a card that is so wide, its gap included.
    [[nodiscard]] virtual int heightOf(int width) const = 0;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    int leastWidth_;
    bool grows_ = false;
};

}  // namespace footlight::widgets
