#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/wire/security.h"
#include "ui/widgets/section.h"

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

class AccountState;

/// Where one is signed in, the last used first; each can be ended but this one.
class SessionsSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit SessionsSection(AccountState& state, QWidget* parent = nullptr);

    /// Asks anew.
    void refresh();

Q_SIGNALS:
    /// Tab has another way to go.
    void rowsChanged();

private:
    void show(const std::vector<wire::SessionInfo>& sessions);
    QWidget* makeRow(const wire::SessionInfo& session);
    void end(SessionId id);
    void endOthers();
    void ended(const Result<>& done);

    AccountState& state_;
    QWidget* rows_;
    QVBoxLayout* list_;
    std::vector<wire::SessionInfo> shown_;
    QPushButton* endOthers_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::people
