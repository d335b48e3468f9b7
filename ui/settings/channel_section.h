#pragma once

#include "ui/widgets/section.h"

class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::settings {

/// Who one is on the relay, and the channel's stream key, which is never shown.
class ChannelSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit ChannelSection(QWidget* parent = nullptr);

    /// Empty names while nobody is signed in.
    void showIdentity(const QString& user, const QString& channel);
    /// An empty `problem` is success.
    void showKeyRotated(const QString& problem);

Q_SIGNALS:
    /// Confirmed by the person.
    void rotateKeyAsked();

private:
    void confirmRotate();

    widgets::TextLabel* user_;
    widgets::TextLabel* channel_;
    widgets::TextLabel* outcome_;
    QPushButton* rotate_;
};

}  // namespace footlight::settings
