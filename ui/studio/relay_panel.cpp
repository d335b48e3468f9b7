#include "ui/studio/relay_panel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/models/broadcast_wording.h"
#include "ui/studio/studio_feed.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

theme::IconTone toneOf(models::Mood mood) {
    switch (mood) {
        case models::Mood::Good:
            return theme::IconTone::Good;
        case models::Mood::Care:
            return theme::IconTone::Care;
        case models::Mood::Plain:
            return theme::IconTone::Plain;
    }
    return theme::IconTone::Plain;
}

void say(widgets::StateChip& chip, const models::Saying& saying) {
    chip.show(saying.icon, toneOf(saying.mood), saying.text, saying.sentence);
}

}  // namespace

RelayPanel::RelayPanel(StudioFeed& feed, QWidget* parent)
    : QFrame(parent),
      feed_(feed),
      targets_(new QVBoxLayout),
      input_(new widgets::StateChip(this)),
      switch_(new QPushButton(this)),
      recording_(new widgets::StateChip(this)) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("On the relay"));
    inputLine_ = makeInput();
    targets_->setContentsMargins(0, 0, 0, 0);
    targets_->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap8);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(
        new widgets::TextLabel(tr("On the relay"), theme::TextRole::Body, QFont::DemiBold, this));
    layout->addWidget(inputLine_);
    layout->addWidget(recording_);
    layout->addLayout(targets_);
    connect(switch_, &QPushButton::clicked, this, &RelayPanel::confirmSwitch);
    hide();
}

QWidget* RelayPanel::makeInput() {
    auto* line = new QWidget(this);
    switch_->setProperty("tone", QStringLiteral("quiet"));
    switch_->setIcon(theme::icon(QStringLiteral("switch")));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(input_, 1);
    row->addWidget(switch_);
    return line;
}

void RelayPanel::show(const std::optional<wire::Health>& health) {
    if (!health) {
        hide();
        return;
    }
    showInput(health->input);
    showRecording(health->recording);
    showTargets(health->targets);
    setVisible(health->input || health->recording || !health->targets.empty());
}

void RelayPanel::showInput(const std::optional<wire::InputStatus>& input) {
    inputLine_->setVisible(input.has_value());
    if (!input) {
        return;
    }
    const bool isBackup = input->active == wire::IngestSlot::Backup;
    const bool isThere = isBackup ? input->hasBackup : input->hasPrimary;
    const bool hasOther = isBackup ? input->hasPrimary : input->hasBackup;
    other_ = isBackup ? wire::IngestSlot::Primary : wire::IngestSlot::Backup;
    if (!isThere) {
        input_->show(QStringLiteral("warning"), theme::IconTone::Care, tr("No encoder"),
                     tr("Viewers see the picture for that until one is back."));
    } else {
        input_->show(QStringLiteral("source"), theme::IconTone::Plain,
                     isBackup ? tr("Backup on air") : tr("Primary on air"),
                     hasOther ? tr("The other encoder is ready.") : tr("No other encoder publishes."));
    }
    switch_->setVisible(hasOther);
    switch_->setText(isBackup ? tr("To the primary…") : tr("To the backup…"));
    switch_->setAccessibleName(isBackup ? tr("Switch to the primary encoder")
                                        : tr("Switch to the backup encoder"));
}

void RelayPanel::confirmSwitch() {
    const bool toBackup = other_ == wire::IngestSlot::Backup;
    auto* dialog = new widgets::ConfirmDialog(
        {toBackup ? tr("Show viewers the backup encoder?") : tr("Show viewers the primary encoder?"),
         tr("The switch happens at its next key frame. It stays until you switch back."),
         toBackup ? tr("Switch to backup") : tr("Switch to primary"), tr("Stay")},
        QStringLiteral("primary"), this);
    connect(dialog, &QDialog::accepted, this, [this, to = other_] { feed_.switchInput(to); });
    widgets::openAccountDialog(*dialog);
}

void RelayPanel::showRecording(const std::optional<wire::RecordingStatus>& recording) {
    if (recording) {
        say(*recording_, models::recordingSaying(*recording));
    }
    recording_->setVisible(recording.has_value());
}

void RelayPanel::showTargets(const std::vector<wire::TargetStatus>& targets) {
    std::map<TargetId, TargetLine> gone = lines_;
    for (const auto& target : targets) {
        gone.erase(target.id);
        auto found = lines_.find(target.id);
        if (found == lines_.end()) {
            found = lines_.emplace(target.id, makeTarget(target.id)).first;
        }
        TargetLine& line = found->second;
        const QString name = feed_.targetName(target.id);
        line.name->setText(name.isEmpty() ? tr("Service") : name);
        line.isOn = target.phase != wire::TargetPhase::Off;
        line.act->setText(line.isOn ? tr("Stop") : tr("Start"));
        line.act->setAccessibleName(
            (line.isOn ? tr("Stop sending to %1") : tr("Start sending to %1")).arg(line.name->text()));
        say(*line.state, models::targetSaying(target));
    }
    for (const auto& [id, line] : gone) {
        line.line->deleteLater();
        lines_.erase(id);
    }
}

RelayPanel::TargetLine RelayPanel::makeTarget(TargetId id) {
    TargetLine made;
    made.line = new QWidget(this);
    made.name = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::DemiBold, made.line);
    made.name->setFit(widgets::TextLabel::Fit::Elide);
    made.state = new widgets::StateChip(made.line);
    made.act = new QPushButton(made.line);
    made.act->setProperty("tone", QStringLiteral("quiet"));
    auto* row = new QHBoxLayout(made.line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(made.name, 2);
    row->addWidget(made.state, 3);
    row->addWidget(made.act);
    targets_->addWidget(made.line);
    connect(made.act, &QPushButton::clicked, this,
            [this, id] { feed_.switchTarget(id, !lines_.at(id).isOn); });
    return made;
}

}  // namespace footlight::studio
