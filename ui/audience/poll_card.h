#pragma once

#include <QFrame>
#include <QTimer>
#include <optional>

#include "core/chat/poll.h"

class QPushButton;
class QShortcut;
class QToolButton;
class QVBoxLayout;

namespace footlight::widgets {
class FigureLabel;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::audience {

class PollBoard;
class PollOptionButton;

/// A room's poll or quiz: vote by a click or by the keys 1 to 9, live bars, the time that is left, and the
/// result. Takes no room where there is none or it was closed. The board outlives it.
class PollCard final : public QFrame {
    Q_OBJECT
public:
    enum class Kind {
        Viewer,  ///< votes
        Maker,   ///< votes, and ends it early
    };
    PollCard(PollBoard& board, Kind kind, QWidget* parent = nullptr);

    /// Keys 1 to 9 vote while `page` is shown and nothing is written, wherever in its window the focus is.
    void addKeysTo(QWidget& page);

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showPoll();
    void showOptions();
    void showTime();
    void dismiss();
    void showProblem(const QString& sentence);

    PollBoard& board_;
    Kind kind_;
    std::optional<PollId> shown_;
    std::optional<PollId> dismissed_;
    widgets::TextLabel* kindName_;
    widgets::FigureLabel* left_;
    QToolButton* close_;
    widgets::TextLabel* question_;
    QVBoxLayout* options_;
    QList<PollOptionButton*> buttons_;
    widgets::TextLabel* total_;
    QPushButton* end_;
    widgets::TextLabel* problem_;
    QList<QShortcut*> keys_;
    QTimer pulse_;
};

}  // namespace footlight::audience
