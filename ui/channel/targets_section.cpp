#include "ui/channel/targets_section.h"

#include <algorithm>

#include "ui/channel/channel_controller.h"
#include "ui/channel/route_row.h"
#include "ui/channel/target_dialog.h"
#include "ui/models/broadcast_wording.h"
#include "ui/widgets/state_chip.h"

namespace footlight::channel {
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

void showStatusOf(RouteRow& row, const wire::TargetStatus& status) {
    const auto saying = models::targetSaying(status);
    row.state().show(saying.icon, toneOf(saying.mood), saying.text, saying.sentence);
}

}  // namespace

TargetsSection::TargetsSection(ChannelController& controller, QWidget* parent)
    : RoutesSection({tr("Also send to"),
                     tr("The relay sends your broadcast on to these services while you are on air. One that "
                        "fails holds up none of the others."),
                     tr("No service yet: your broadcast stays on this relay."), tr("Add a service…")},
                    parent),
      controller_(controller) {
    connect(&controller_, &ChannelController::targetsChanged, this, &TargetsSection::show);
    connect(&controller_, &ChannelController::targetStatusChanged, this, &TargetsSection::showStatus);
}

void TargetsSection::show(const std::vector<wire::Target>& targets) {
    clear();
    rows_.clear();
    for (const auto& target : targets) {
        rows_[target.id] = makeRow(target);
    }
}

RouteRow* TargetsSection::makeRow(const wire::Target& target) {
    auto* row = append(QString::fromStdString(target.name));
    const QString url = QString::fromStdString(target.url);
    row->setPlace(target.audioTrack == 0 ? url
                                         : tr("%1, audio track %2").arg(url).arg(target.audioTrack + 1));
    row->setOn(target.enabled);
    if (target.status) {
        showStatusOf(*row, *target.status);
    }
    connect(row, &RouteRow::switched, this, [this, id = target.id](bool isOn) {
        wire::TargetPatch patch;
        patch.enabled = isOn;
        controller_.changeTarget(id, patch);
    });
    connect(row, &RouteRow::changeAsked, this, [this, target] { change(target); });
    connect(row, &RouteRow::removeAsked, this, [this, target] { remove(target); });
    return row;
}

void TargetsSection::showStatus(const std::vector<wire::TargetStatus>& statuses) {
    for (const auto& [id, row] : rows_) {
        const auto found = std::find_if(statuses.begin(), statuses.end(),
                                        [id = id](const auto& status) { return status.id == id; });
        if (found == statuses.end()) {
            row->state().hide();
        } else {
            showStatusOf(*row, *found);
        }
    }
}

void TargetsSection::add() {
    auto* dialog = new TargetDialog(std::nullopt, this);
    ask(dialog, [this, dialog] { controller_.addTarget(dialog->added()); });
}

void TargetsSection::change(const wire::Target& target) {
    auto* dialog = new TargetDialog(target, this);
    ask(dialog, [this, dialog, id = target.id] { controller_.changeTarget(id, dialog->changes()); });
}

void TargetsSection::remove(const wire::Target& target) {
    askToRemove({QString::fromStdString(target.name),
                 tr("Your broadcasts are not sent there any more, and the relay forgets its key."),
                 tr("Remove target")},
                [this, id = target.id] { controller_.removeTarget(id); });
}

}  // namespace footlight::channel
