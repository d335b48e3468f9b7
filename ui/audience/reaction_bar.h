#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::audience {

class OwnReactions;
class ReactionBoard;

/// The buttons that throw a reaction in, and what the relay says where it takes none. The board outlives it.
class ReactionBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReactionBar(ReactionBoard& board, QWidget* parent = nullptr);

private:
    QToolButton* addButton(QHBoxLayout& row, const QString& name);
    void addOwn(QHBoxLayout& row);
    void showRights();
    void showProblem(const QString& sentence);

    ReactionBoard& board_;
    QList<QToolButton*> buttons_;
    QToolButton* own_ = nullptr;
    widgets::TextLabel* problem_;
    QTimer problemFor_;
};

}  // namespace footlight::audience
