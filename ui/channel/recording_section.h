#pragma once

#include "core/wire/channel_settings.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QSpinBox;

namespace footlight::channel {

class ChannelController;

/// Whether broadcasts are kept on the relay, and for how long.
class RecordingSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit RecordingSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const wire::ChannelSettings& settings);

    ChannelController& controller_;
    QCheckBox* recorded_;
    QSpinBox* days_;
};

}  // namespace footlight::channel
