#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace footlight::widgets {

/// A line of text to take elsewhere: it can be read and selected, not changed, and one button copies it.
class CopyField final : public QWidget {
    Q_OBJECT
public:
    /// `name` is what it is, for the screen reader and the button's words.
    explicit CopyField(const QString& name, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;

private:
    void copy();

    QString name_;
    QLineEdit* line_;
    QToolButton* copy_;
};

}  // namespace footlight::widgets
