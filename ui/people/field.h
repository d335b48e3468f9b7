#pragma once

#include <QLineEdit>
#include <QWidget>

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

/// A line to type into, with what is wrong with it right below, in words. Typing takes the words away.
class Field final : public QWidget {
    Q_OBJECT
public:
    /// `name` is also for screen readers. What is typed into a Password can be shown by a button in it.
    explicit Field(const QString& name, QLineEdit::EchoMode echo = QLineEdit::Normal,
                   QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Empties the line too.
    void clear();
    /// Empty: all is well.
    void setProblem(const QString& sentence);
    [[nodiscard]] QLineEdit& line() { return *line_; }

Q_SIGNALS:
    void edited();
    void entered();

private:
    void letBeShown();

    QLineEdit* line_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::people
