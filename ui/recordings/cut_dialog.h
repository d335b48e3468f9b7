#pragma once

#include <QDialog>
#include <optional>

class QCheckBox;
class QPushButton;
class QTimeEdit;

namespace footlight::recordings {

/// All of a recording, or the part from one moment to another.
class CutDialog final : public QDialog {
    Q_OBJECT
public:
    CutDialog(const QString& title, qint64 durationMs, QWidget* parent = nullptr);

    /// In seconds; nothing: all of it.
    [[nodiscard]] std::optional<std::pair<qint64, qint64>> cut() const;

private:
    void check();

    QCheckBox* part_;
    QTimeEdit* from_;
    QTimeEdit* to_;
    QPushButton* save_;
};

}  // namespace footlight::recordings
