#pragma once

#include <QFrame>
#include <QTimer>

class QProgressBar;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::recordings {

class RecordingsController;

/// The transfer that runs, with its progress and its cancel; then what came of it, for a few seconds.
class TransferBar final : public QFrame {
    Q_OBJECT
public:
    explicit TransferBar(RecordingsController& controller, QWidget* parent = nullptr);

private:
    void begin(const QString& what);
    void progress(qint64 done, qint64 total);
    void end(const QString& problem, const QString& outcome);

    widgets::TextLabel* what_;
    widgets::TextLabel* amount_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    QTimer patience_;
};

}  // namespace footlight::recordings
