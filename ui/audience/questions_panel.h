#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QPushButton;

namespace footlight::widgets {
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::audience {

class HandQueue;
class HandsStrip;
class QuestionBoard;

/// A room's raised hands and its questions: asked, voted up, closed by moderators. Both that are given
/// outlive it.
class QuestionsPanel final : public QFrame {
    Q_OBJECT
public:
    QuestionsPanel(QuestionBoard& board, HandQueue& hands, QWidget* parent = nullptr);

    /// An empty `reason` lets one ask; else it is shown in its place.
    void setClosed(const QString& reason);

private:
    QWidget* makeActions();
    QWidget* makeComposer();
    void wire();
    void showListOrEmpty();
    void showActions();
    void ask();
    void setAsking(bool isAsking);
    void showProblem(const QString& sentence);
    [[nodiscard]] int currentRow() const;

    QuestionBoard& board_;
    QListView* list_;
    widgets::EmptyState* empty_;
    QWidget* actions_ = nullptr;
    QPushButton* upvote_ = nullptr;
    QPushButton* answered_ = nullptr;
    QPushButton* dismiss_ = nullptr;
    widgets::TextLabel* problem_;
    QLineEdit* composer_ = nullptr;
    QPushButton* ask_ = nullptr;
};

}  // namespace footlight::audience
