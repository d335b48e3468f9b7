#pragma once

#include <QWidget>

#include "ui/audience/poll_board.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::audience {

/// Writes a poll or a quiz: two to six choices, for fifteen seconds to ten minutes. What it lacks is said
/// beside its button. The board outlives it.
class PollMaker final : public QWidget {
    Q_OBJECT
public:
    explicit PollMaker(PollBoard& board, QWidget* parent = nullptr);

    [[nodiscard]] PollDraft draft() const;

private:
    struct Choice {
        QWidget* line = nullptr;
        QRadioButton* right = nullptr;
        QLineEdit* text = nullptr;
    };
    QWidget* makeTerms();
    void addChoice();
    void showQuiz();
    void start();
    void begin();

    PollBoard& board_;
    QLineEdit* question_;
    QVBoxLayout* choices_;
    QList<Choice> lines_;
    QPushButton* add_;
    QComboBox* time_;
    QCheckBox* quiz_;
    QPushButton* start_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::audience
