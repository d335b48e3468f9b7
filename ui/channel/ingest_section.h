#pragma once

#include "core/wire/channel_settings.h"
#include "ui/widgets/section.h"

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class CopyField;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::channel {

class ChannelController;

/// Where other encoders publish, each address to be copied, and the key that goes with them.
class IngestSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit IngestSection(ChannelController& controller, QWidget* parent = nullptr);

    /// The key is in the clipboard now, or `problem` says why not.
    void showKeyCopied(const QString& problem);

Q_SIGNALS:
    void copyKeyAsked();
    /// The key is changed in the settings.
    void rotateKeyAsked();

private:
    void show(const wire::IngestAddresses& addresses);
    void add(const QString& name, const std::string& address);
    void addHint(const QString& sentence);
    QWidget* makeKey();

    QVBoxLayout* list_;
    QPushButton* copyKey_;
    QPushButton* rotateKey_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::channel
