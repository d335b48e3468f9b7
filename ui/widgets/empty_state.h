#pragma once

#include <QWidget>

class QPushButton;

namespace footlight::widgets {

class TextLabel;

/// What a page shows while it has nothing: a drawing, what will be here, and the one action that fills it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& drawing, const QString& title, const QString& sentence,
               QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    /// Shows the button; an empty text hides it.
    void setAction(const QString& text, const QString& icon = {});
    [[nodiscard]] QPushButton* actionButton() const { return button_; }

Q_SIGNALS:
    void actionTriggered();

protected:
    /// Where it is too low, the drawing is left out, and then the sentence.
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* drawing_ = nullptr;
    TextLabel* title_;
    TextLabel* sentence_;
    QPushButton* button_;
};

}  // namespace footlight::widgets
