#include "ui/chat/chat_view_accessible.h"

#include <QAccessibleWidget>
#include <QPersistentModelIndex>
#include <map>

#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"

namespace footlight::chatui {
namespace {

/// One line, for as long as the model has it.
class AccessibleLine final : public QAccessibleInterface {
public:
    AccessibleLine(ChatView& view, const QModelIndex& index) : view_(&view), index_(index) {}

    [[nodiscard]] bool isValid() const override { return view_ && index_.isValid(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(view_);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? index_.data(Qt::AccessibleTextRole).toString()
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        if (!isValid()) {
            return {};
        }
        const QRect place = view_->rectOf(index_.row());
        return {view_->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.readOnly = true;
        state.focusable = true;
        state.selectable = true;
        state.selected = state.focused = isValid() && view_->selectedRow() == index_.row();
        return state;
    }

private:
    QPointer<ChatView> view_;
    QPersistentModelIndex index_;
};

/// Makes interfaces for lines that are asked for, and drops those of lines that are gone.
class AccessibleChat final : public QAccessibleWidget {
public:
    explicit AccessibleChat(ChatView* view) : QAccessibleWidget(view, QAccessible::List) {}
    ~AccessibleChat() override {
        for (const auto& [index, id] : lines_) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return model() != nullptr ? model()->rowCount() : 0; }
    [[nodiscard]] QAccessibleInterface* child(int row) const override {
        if (row < 0 || row >= childCount()) {
            return nullptr;
        }
        dropGone();
        const QPersistentModelIndex index = model()->index(row);
        auto found = lines_.find(index);
        if (found == lines_.end()) {
            const auto id = QAccessible::registerAccessibleInterface(new AccessibleLine(*view(), index));
            found = lines_.emplace(index, id).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (const auto& [index, id] : lines_) {
            if (QAccessible::accessibleInterface(id) == wanted) {
                return index.row();
            }
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return view()->hasFocus() ? child(view()->selectedRow()) : nullptr;
    }

private:
    [[nodiscard]] ChatView* view() const { return static_cast<ChatView*>(object()); }
    [[nodiscard]] ChatModel* model() const { return view()->model(); }
    void dropGone() const {
        std::erase_if(lines_, [](const auto& line) {
            const bool isGone = !line.first.isValid();
            if (isGone) {
                QAccessible::deleteAccessibleInterface(line.second);
            }
            return isGone;
        });
    }

    mutable std::map<QPersistentModelIndex, QAccessible::Id> lines_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<ChatView*>(object);
    return view != nullptr ? new AccessibleChat(view) : nullptr;
}

}  // namespace

void installChatAccessibility() {
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    static_cast<void>(isInstalled);
}

}  // namespace footlight::chatui
