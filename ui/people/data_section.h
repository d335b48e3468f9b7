#pragma once

#include <memory>

#include "ui/widgets/section.h"

class QProgressBar;
class QPushButton;

namespace footlight::client {
class Transfer;
}
namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

class AccountState;

/// One's own data as a file, and the end of the account.
class DataSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit DataSection(AccountState& state, QWidget* parent = nullptr);
    ~DataSection() override;

    /// Saves all of it into `path`.
    void save(const QString& path);

private:
    void askWhere();
    void cancel();
    void saved(const QString& path, const QString& problem);

    AccountState& state_;
    std::unique_ptr<client::Transfer> transfer_;
    QPushButton* save_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    widgets::TextLabel* outcome_;
    QPushButton* delete_;
};

}  // namespace footlight::people
