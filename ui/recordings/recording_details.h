#pragma once

#include <QFrame>

#include "core/wire/recording.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::recordings {

class HolesView;
class RecordingsController;

/// The recording that is chosen, and what can be done with it. The controller outlives it.
class RecordingDetails final : public QFrame {
    Q_OBJECT
public:
    explicit RecordingDetails(RecordingsController& controller, QWidget* parent = nullptr);

    void show(const wire::Recording& recording);
    void play();
    void download();
    void rename();
    void remove();

Q_SIGNALS:
    void playAsked(const QString& address, const QString& title);

private:
    QWidget* makeActions();
    void chooseFile(std::optional<std::pair<qint64, qint64>> cut);
    void saveTitle();
    void showBusy();

    RecordingsController& controller_;
    wire::Recording recording_;
    QLineEdit* title_;
    widgets::TextLabel* facts_;
    widgets::TextLabel* fate_;
    QCheckBox* keep_;
    QPushButton* play_;
    QPushButton* download_;
    QPushButton* remove_;
    HolesView* holes_;
};

}  // namespace footlight::recordings
