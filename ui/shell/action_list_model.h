#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>
#include <vector>

namespace footlight::shell {

/// The actions whose words all begin or occur as typed, the best match first.
class ActionListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Shortcut = Qt::UserRole + 1, Enabled };

    using QAbstractListModel::QAbstractListModel;

    void setActions(const QList<QAction*>& actions);
    void setFilter(const QString& text);
    [[nodiscard]] QAction* actionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<QPointer<QAction>> all_;
    std::vector<QPointer<QAction>> shown_;
};

/// An action's text without the mark of its mnemonic.
QString plainText(const QAction& action);

}  // namespace footlight::shell
