#pragma once

#include <QTimer>
#include <QWidget>

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::audience {

class ReactionBoard;

/// The buttons that throw a reaction in, and what the relay says where it takes none. The board outlives it.
class ReactionBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReactionBar(ReactionBoard& board, QWidget* parent = nullptr);

private:
    void showRights();
    void showProblem(const QString& sentence);

    ReactionBoard& board_;
    QList<QWidget*> buttons_;
    widgets::TextLabel* problem_;
    QTimer problemFor_;
};

}  // namespace footlight::audience
