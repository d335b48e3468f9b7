#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace footlight::people {

/// Controls below one another, each with its name to the left; those that are not wanted now are hidden with
/// their names.
class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(QWidget* parent = nullptr);

    /// The control also takes `name` for screen readers unless it has one.
    void add(const QString& name, QWidget* control);
    /// A row without a name: a button, a sentence.
    void add(QWidget* control);
    void setShown(QWidget* control, bool isShown);

private:
    QGridLayout* rows_;
    QHash<QWidget*, QWidget*> names_;
};

}  // namespace footlight::people
