#pragma once

#include <QDialog>

class QFormLayout;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

/// What the dialogs of a channel's page have in common: fields with their names, a hint below the address,
/// and a button that says what it does.
class RouteDialog : public QDialog {
    Q_OBJECT
public:
    /// What the window and its button are called.
    struct Words {
        QString title;
        QString save;
    };

protected:
    explicit RouteDialog(const Words& words, QWidget* parent);

    /// In the order in which they are filled in; `name` is also for screen readers.
    void addField(const QString& name, QWidget* field);
    /// Over the whole width; `name` is for screen readers alone.
    void addWide(const QString& name, QWidget* field);
    /// Below the last field.
    void addHint();
    void setHint(const QString& hint);
    /// Whether what was typed can be saved.
    void setComplete(bool isComplete);
    void showEvent(QShowEvent* event) override;

private:
    QFormLayout* form_;
    widgets::TextLabel* hint_;
    QPushButton* save_;
};

}  // namespace footlight::channel
