#pragma once

#include "core/wire/channel_settings.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace footlight::widgets {
class CopyField;
}

namespace footlight::channel {

class ChannelController;

/// Who may watch.
class AudienceSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit AudienceSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const wire::ChannelSettings& settings);
    QWidget* makeLinkRow();

    ChannelController& controller_;
    QComboBox* visibility_;
    QCheckBox* rtmpPlay_;
    QPushButton* makeLink_;
    widgets::CopyField* link_;
};

}  // namespace footlight::channel
