#include "ui/studio/mixer_panel.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/studio/mixer_strip.h"
#include "ui/studio/panel_header.h"
#include "ui/widgets/level_meter.h"

namespace footlight::studio {

MixerPanel::MixerPanel(SceneDesk& scene, SoundDesk& sound, QWidget* parent)
    : QFrame(parent), scene_(scene), sound_(sound), stack_(new QStackedWidget(this)), strips_(nullptr) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("Mixer"));
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(area);
    strips_ = new QVBoxLayout(page);
    strips_->setContentsMargins(0, 0, 0, theme::kGap8);
    strips_->setSpacing(0);
    strips_->addStretch(1);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto* silent = new widgets::TextLabel(
        tr("Nothing makes a sound yet. Add a microphone or the sound of this computer as a source."));
    silent->setFit(widgets::TextLabel::Fit::Wrap);
    silent->setSecondary();
    silent->setAlignment(Qt::AlignCenter);
    silent->setContentsMargins(theme::kGap16, 0, theme::kGap16, theme::kGap16);
    stack_->addWidget(silent);
    stack_->addWidget(area);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHeader(tr("Mixer"), this));
    layout->addWidget(stack_, 1);
    refresh();
    // Called on the engine's thread; the destructor takes the listener away before this object goes.
    sound_.setMeterListener([this](std::span<const capture::MeterLevel> levels) {
        levels_.lock()->assign(levels.begin(), levels.end());
        if (!posted_.exchange(true)) {
            QMetaObject::invokeMethod(
                this, [this] { showLevels(); }, Qt::QueuedConnection);
        }
    });
}

MixerPanel::~MixerPanel() { sound_.setMeterListener({}); }

void MixerPanel::refresh() {
    for (const auto& [id, strip] : bySource_) {
        strip->deleteLater();
    }
    bySource_.clear();
    for (const capture::Source& source : scene_.sources()) {
        if (source.hasAudio) {
            addStrip(source);
        }
    }
    stack_->setCurrentIndex(bySource_.empty() ? 0 : 1);
}

void MixerPanel::addStrip(const capture::Source& source) {
    auto* strip = new MixerStrip(source, strips_->parentWidget());
    strips_->insertWidget(static_cast<int>(bySource_.size()), strip);
    bySource_[source.id] = strip;
    const auto report = [this](const Result<void>& done) {
        if (!done) {
            Q_EMIT refused(QString::fromStdString(done.error().message()));
        }
    };
    connect(strip, &MixerStrip::volumeChanged, this,
            [this, report, id = source.id](double decibels) { report(sound_.setVolume(id, decibels)); });
    connect(strip, &MixerStrip::mutedChanged, this,
            [this, report, id = source.id](bool muted) { report(sound_.setMuted(id, muted)); });
}

void MixerPanel::showLevels() {
    posted_ = false;
    for (const capture::MeterLevel& level : levels_.copy()) {
        const auto strip = bySource_.find(level.source);
        if (strip != bySource_.end()) {
            strip->second->meter().setLevel(level.magnitudeDb, level.peakDb);
        }
    }
}

}  // namespace footlight::studio
