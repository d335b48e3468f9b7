#pragma once

#include <QFrame>

class QGridLayout;

namespace footlight::widgets {

/// A card of a page of settings: a heading, a sentence, and rows of a name with its control.
class Section : public QFrame {
    Q_OBJECT
public:
    Section(const QString& title, const QString& sentence, QWidget* parent = nullptr);

protected:
    /// The control also takes `name` for screen readers unless it has one.
    void addRow(const QString& name, QWidget* control, const QString& hint = {});
    /// Over the whole width.
    void addWide(QWidget* widget);

private:
    QGridLayout* rows_;
};

}  // namespace footlight::widgets
