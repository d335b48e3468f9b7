#pragma once

#include <QWidget>
#include <vector>

#include "core/wire/stream_state.h"

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::recordings {

class LocalCopies;

/// The stretches that a recording lacks, each with a button where a copy on this computer has it. Takes no
/// room where nothing is missing.
class HolesView final : public QWidget {
    Q_OBJECT
public:
    explicit HolesView(const LocalCopies& copies, QWidget* parent = nullptr);

    void show(const std::vector<wire::RecordingHole>& holes);
    /// While a transfer runs no other can begin.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void fillAsked(int number, const footlight::wire::RecordingHole& hole);

private:
    void addLine(int number, const wire::RecordingHole& hole);

    const LocalCopies& copies_;
    widgets::TextLabel* heading_;
    QVBoxLayout* lines_;
    std::vector<wire::RecordingHole> shown_;
    std::vector<QPushButton*> buttons_;
    bool isBusy_ = false;
};

}  // namespace footlight::recordings
