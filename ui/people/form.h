#pragma once

#include <QWidget>

class QFormLayout;

namespace footlight::people {

/// Controls below one another, each with its name to the left; those that are not wanted now are hidden with
/// their names.
class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(QWidget* parent = nullptr);

    /// The control also takes `name` for screen readers unless it has one.
    void add(const QString& name, QWidget* control);
    /// A row with an empty name: a button, a sentence.
    void add(QWidget* control);
    void setShown(QWidget* control, bool isShown);

private:
    QFormLayout* rows_;
};

}  // namespace footlight::people
