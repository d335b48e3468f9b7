#pragma once

#include <QFrame>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::shell {

/// Above every page: its title, the way to the command palette, tools of others, and who is signed in with
/// the menu of that.
class HeaderBar final : public QFrame {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Empty while nobody is signed in.
    void setIdentity(const QString& name);
    /// Takes it; it stands before who is signed in.
    void addTool(QWidget* tool);
    /// What a click on who is signed in opens.
    [[nodiscard]] QMenu& identityMenu() { return *menu_; }

Q_SIGNALS:
    void paletteAsked();

private:
    widgets::TextLabel* title_;
    QPushButton* search_;
    QPushButton* identity_;
    QMenu* menu_;
    QHBoxLayout* row_;
};

}  // namespace footlight::shell
