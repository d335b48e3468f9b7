#pragma once

#include <QAbstractButton>

namespace footlight::audience {

/// One choice of a poll: its text, over a bar as long as its share, with its votes; pressed to vote. What is
/// chosen or right has a mark beside the colour.
class PollOptionButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PollOptionButton(int number, QWidget* parent = nullptr);

    struct State {
        QString text;
        qint64 votes = 0;
        qint64 ofVotes = 0;
        bool isOwn = false;
        bool isRight = false;
        bool isOpen = true;  ///< can be voted for
    };
    void show(const State& state);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QRect textRect(int width) const;

    int number_;
    State state_;
};

}  // namespace footlight::audience
