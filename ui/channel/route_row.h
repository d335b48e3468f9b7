#pragma once

#include <QFrame>

class QCheckBox;

namespace footlight::widgets {
class StateChip;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::channel {

/// One target or network input: on or off, its name, where it is, how it does, and what can be done with it.
class RouteRow final : public QFrame {
    Q_OBJECT
public:
    explicit RouteRow(const QString& name, QWidget* parent = nullptr);

    void setPlace(const QString& place);
    void setOn(bool isOn);
    [[nodiscard]] widgets::StateChip& state() { return *state_; }

Q_SIGNALS:
    void switched(bool isOn);
    void changeAsked();
    void removeAsked();

private:
    QCheckBox* on_;
    widgets::TextLabel* place_;
    widgets::StateChip* state_;
};

}  // namespace footlight::channel
