#pragma once

#include <QFrame>

class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::shell {

/// Above every page: its title, the way to the command palette, and who is signed in.
class HeaderBar final : public QFrame {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Empty while nobody is signed in.
    void setIdentity(const QString& name);

Q_SIGNALS:
    void paletteAsked();
    void identityAsked();

private:
    widgets::TextLabel* title_;
    QPushButton* search_;
    QPushButton* identity_;
};

}  // namespace footlight::shell
