#include "ui/settings/stream_section.h"

#include <QComboBox>
#include <QSize>
#include <QSpinBox>
#include <array>

#include "ui/models/settings_store.h"

namespace footlight::settings {
namespace {

constexpr std::array kSizes{QSize(854, 480), QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080)};
constexpr std::array kRates{25, 30, 50, 60};
constexpr int kFieldWidth = 240;

}  // namespace

StreamSection::StreamSection(models::SettingsStore& settings, QWidget* parent)
    : Section(tr("Stream"),
              tr("How the broadcast is made. More pixels and pictures want more of the processor and of "
                 "the line."),
              parent),
      settings_(settings) {
    addRow(tr("Picture size"), makeSize());
    addRow(tr("Frame rate"), makeRate(), tr("Size and frame rate hold from the next start of Footlight."));
    addRow(tr("Video bitrate"), makeBitrate(models::keys::kVideoKbps, 2500, 300, 20000));
    addRow(tr("Audio bitrate"), makeBitrate(models::keys::kAudioKbps, 128, 64, 320),
           tr("Bitrates hold from the next broadcast."));
}

QWidget* StreamSection::makeSize() {
    auto* box = new QComboBox(this);
    box->setFixedWidth(kFieldWidth);
    const int height = settings_.value(models::keys::kHeight, 720).toInt();
    for (const QSize size : kSizes) {
        box->addItem(tr("%1 x %2").arg(size.width()).arg(size.height()), size);
        if (size.height() == height) {
            box->setCurrentIndex(box->count() - 1);
        }
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        const QSize size = box->currentData().toSize();
        settings_.setValue(models::keys::kWidth, size.width());
        settings_.setValue(models::keys::kHeight, size.height());
        Q_EMIT changed();
    });
    return box;
}

QWidget* StreamSection::makeRate() {
    auto* box = new QComboBox(this);
    box->setFixedWidth(kFieldWidth);
    const int rate = settings_.value(models::keys::kFrameRate, 30).toInt();
    for (const int each : kRates) {
        box->addItem(tr("%1 frames a second").arg(each), each);
        if (each == rate) {
            box->setCurrentIndex(box->count() - 1);
        }
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        settings_.setValue(models::keys::kFrameRate, box->currentData().toInt());
        Q_EMIT changed();
    });
    return box;
}

QWidget* StreamSection::makeBitrate(const QString& key, int otherwise, int least, int most) {
    auto* box = new QSpinBox(this);
    box->setFixedWidth(kFieldWidth);
    box->setRange(least, most);
    box->setSingleStep(least >= 300 ? 250 : 32);
    box->setSuffix(tr(" kbit/s"));
    box->setValue(settings_.value(key, otherwise).toInt());
    connect(box, &QSpinBox::valueChanged, this, [this, key](int value) {
        settings_.setValue(key, value);
        Q_EMIT changed();
    });
    return box;
}

}  // namespace footlight::settings
