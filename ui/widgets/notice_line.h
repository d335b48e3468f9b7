#pragma once

#include <QFrame>

class QPushButton;
class QToolButton;

namespace footlight::widgets {

class TextLabel;

/// The one status line: hidden while all is well, else a sentence that says what is wrong and the button that
/// does what helps.
class NoticeLine final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeLine(QWidget* parent = nullptr);

    void show(const QString& sentence, const QString& action = {});
    void clear();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionTriggered();

private:
    TextLabel* text_;
    QPushButton* action_;
    QToolButton* close_;
};

}  // namespace footlight::widgets
