#pragma once

#include <QFrame>

class QListView;

namespace footlight::widgets {
class FigureLabel;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::audience {

class AttendeeModel;

/// Who is here: how many watch, guests as a number, and those with a name by their roles. The model outlives
/// it.
class PeoplePanel final : public QFrame {
    Q_OBJECT
public:
    explicit PeoplePanel(AttendeeModel& people, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showFigures();

    AttendeeModel& people_;
    widgets::FigureLabel* viewers_;
    widgets::TextLabel* guests_;
    QListView* list_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::audience
