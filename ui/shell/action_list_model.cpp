#include "ui/shell/action_list_model.h"

#include <algorithm>

namespace footlight::shell {
namespace {

constexpr int kNoMatch = -1;

// Lower is better: a text that begins with a word beats one where a word begins inside, beats one where it
// occurs.
int rank(const QString& text, const QStringList& words) {
    int sum = 0;
    for (const QString& word : words) {
        const auto at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            return kNoMatch;
        }
        sum += at == 0 ? 0 : (text.at(at - 1).isSpace() ? 1 : 2);
    }
    return sum;
}

}  // namespace

QString plainText(const QAction& action) {
    QString text = action.text();
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(QLatin1Char('&'));
    return text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

void ActionListModel::setActions(const QList<QAction*>& actions) {
    all_.assign(actions.begin(), actions.end());
    setFilter({});
}

void ActionListModel::setFilter(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, QPointer<QAction>>> found;
    for (const auto& action : all_) {
        if (!action || action->isSeparator() || action->text().isEmpty() || !action->isVisible()) {
            continue;
        }
        const int score = rank(plainText(*action), words);
        if (score != kNoMatch) {
            found.emplace_back(score + (action->isEnabled() ? 0 : 100), action);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    beginResetModel();
    shown_.clear();
    for (auto& [score, action] : found) {
        shown_.push_back(std::move(action));
    }
    endResetModel();
}

QAction* ActionListModel::actionAt(int row) const {
    return row >= 0 && row < rowCount() ? shown_[static_cast<std::size_t>(row)].data() : nullptr;
}

int ActionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant ActionListModel::data(const QModelIndex& index, int role) const {
    const QAction* action = actionAt(index.row());
    if (action == nullptr) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
            return plainText(*action);
        case Qt::DecorationRole:
            return action->icon();
        case Shortcut:
            return action->shortcut().toString(QKeySequence::NativeText);
        case Enabled:
            return action->isEnabled();
        case Qt::AccessibleTextRole:
            return plainText(*action) + QStringLiteral(", ") +
                   action->shortcut().toString(QKeySequence::NativeText);
        default:
            return {};
    }
}

}  // namespace footlight::shell
