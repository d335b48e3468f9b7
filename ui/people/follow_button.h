#pragma once

#include <QPushButton>
#include <QTimer>

namespace footlight::people {

class Follows;

/// Follows a channel or leaves it; for eight seconds after leaving it offers to take that back. Hidden where
/// there is nothing to follow: for guests and on one's own channel. The follows outlive it.
class FollowButton final : public QPushButton {
    Q_OBJECT
public:
    explicit FollowButton(Follows& follows, QWidget* parent = nullptr);

    /// Empty: none.
    void setChannel(const QString& channel);

private:
    void press();
    void showState();

    Follows& follows_;
    QString channel_;
    QTimer regret_;  ///< runs while leaving can be taken back
};

}  // namespace footlight::people
