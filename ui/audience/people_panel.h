#pragma once

#include <QFrame>

class QListView;
class QModelIndex;

namespace footlight::widgets {
class FigureLabel;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::audience {

class AttendeeModel;

/// Who is here: how many watch, guests as a number, and those with a name by their roles, with their faces.
/// The model and `faces` outlive it.
class PeoplePanel final : public QFrame {
    Q_OBJECT
public:
    PeoplePanel(AttendeeModel& people, pictures::PictureStore& faces, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Somebody was clicked, or chosen by the keyboard, at that place of the screen.
    void personChosen(const QString& name, const QPoint& globalPosition);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showFigures();
    void choose(const QModelIndex& index);

    AttendeeModel& people_;
    widgets::FigureLabel* viewers_;
    widgets::TextLabel* guests_;
    QListView* list_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::audience
