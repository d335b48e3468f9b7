#pragma once

#include <functional>
#include <vector>

#include "ui/widgets/section.h"

class QDialog;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class RouteRow;

/// What the sections for targets and inputs have in common: a row for each, a sentence where there is none,
/// and a button that adds one.
class RoutesSection : public widgets::Section {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString sentence;
        QString none;  ///< where there is none yet
        QString add;   ///< on the button
    };

protected:
    RoutesSection(const Words& words, QWidget* parent);

    virtual void add() = 0;
    /// Takes all rows away.
    void clear();
    /// A row at the end.
    RouteRow* append(const QString& name);
    /// Opens a dialog that goes by itself; `act` follows where it was accepted.
    void ask(QDialog* dialog, std::function<void()> act);
    /// Asks before one is removed; `consequence` says what that means.
    struct Removal {
        QString name;
        QString consequence;
        QString verb;
    };
    void askToRemove(const Removal& removal, std::function<void()> act);

private:
    QVBoxLayout* list_;
    widgets::TextLabel* none_;
    std::vector<RouteRow*> rows_;
};

}  // namespace footlight::channel
