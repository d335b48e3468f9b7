#include "ui/channel/recording_section.h"

#include <QCheckBox>
#include <QSpinBox>

#include "ui/channel/channel_controller.h"

namespace footlight::channel {
namespace {

constexpr int kFieldWidth = 160;

}  // namespace

RecordingSection::RecordingSection(ChannelController& controller, QWidget* parent)
    : Section(tr("Recording"), {}, parent),
      controller_(controller),
      recorded_(new QCheckBox(tr("Keep every broadcast on the relay"), this)),
      days_(new QSpinBox(this)) {
    recorded_->setAccessibleName(recorded_->text());
    days_->setRange(0, 3650);
    days_->setSpecialValueText(tr("For ever"));
    days_->setSuffix(tr(" days"));
    days_->setFixedWidth(kFieldWidth);
    days_->setKeyboardTracking(false);
    addRow(tr("Record"), recorded_,
           tr("Viewers can then rewind while you are live, and watch it afterwards."));
    addRow(tr("Keep for"), days_, tr("Recordings that you keep by hand stay."));
    connect(recorded_, &QCheckBox::clicked, this, [this](bool isOn) {
        wire::ChannelSettingsPatch patch;
        patch.recorded = isOn;
        controller_.change(patch);
    });
    connect(days_, &QSpinBox::valueChanged, this, [this](int days) {
        wire::ChannelSettingsPatch patch;
        patch.retentionDays = days;
        controller_.change(patch);
    });
    connect(&controller_, &ChannelController::settingsChanged, this, &RecordingSection::show);
    show({});
}

void RecordingSection::show(const wire::ChannelSettings& settings) {
    const QSignalBlocker quiet(days_);
    recorded_->setChecked(settings.recorded);
    days_->setValue(static_cast<int>(settings.retentionDays));
    days_->setEnabled(settings.recorded);
}

}  // namespace footlight::channel
