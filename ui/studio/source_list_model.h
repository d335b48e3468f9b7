#pragma once

#include <QAbstractListModel>
#include <optional>
#include <vector>

#include "ui/studio/ports.h"

namespace footlight::studio {

/// The scene's sources, topmost first, as the list beside the preview shows them. Editing a name or the check
/// of a row goes to the scene. Lives on the window's thread.
class SourceListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit SourceListModel(SceneDesk& scene, QObject* parent = nullptr);

    /// Reads the scene again.
    void refresh();
    [[nodiscard]] const capture::Source* sourceAt(int row) const;
    [[nodiscard]] int rowOf(capture::SourceId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// The scene did not do what was asked.
    void refused(const QString& message);

private:
    SceneDesk& scene_;
    std::vector<capture::Source> sources_;
};

/// The icon of a kind of source.
QString iconOfKind(const std::string& kind);

}  // namespace footlight::studio
