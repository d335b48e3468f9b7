#pragma once

#include "core/wire/channel_settings.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class ChannelController;

/// Who may watch, and the link to give them.
class AudienceSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit AudienceSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const wire::ChannelSettings& settings);
    QWidget* makeLinkRow();
    void askForLink();
    void copy(const QString& link, const QString& outcome);

    ChannelController& controller_;
    QComboBox* visibility_;
    QCheckBox* rtmpPlay_;
    QComboBox* life_;
    QPushButton* copyLink_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::channel
