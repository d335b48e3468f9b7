#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace footlight::people {

/// Words to filter by, of which one or none is chosen. Those that do not fit are cut at the end.
class ChipRow final : public QWidget {
    Q_OBJECT
public:
    /// `name` says what they are, for screen readers.
    explicit ChipRow(const QString& name, QWidget* parent = nullptr);

    void setWords(const QStringList& words, const QString& chosen);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Empty: none any more.
    void chosen(const QString& word);

private:
    QHBoxLayout* row_;
    QStringList words_;
    QString chosen_;
};

}  // namespace footlight::people
