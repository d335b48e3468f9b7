#include "ui/channel/targets_section.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/channel/channel_controller.h"
#include "ui/channel/route_row.h"
#include "ui/channel/target_dialog.h"
#include "ui/models/broadcast_wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/text_label.h"

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
    : Section(tr("Also send to"),
              tr("The relay sends your broadcast on to these services while you are on air. One that fails "
                 "holds up none of the others."),
              parent),
      controller_(controller),
      list_(new QVBoxLayout),
      empty_(new widgets::TextLabel(tr("No service yet: your broadcast stays on this relay."),
                                    theme::TextRole::Body, QFont::Normal, this)) {
    empty_->setSecondary();
    empty_->setFit(widgets::TextLabel::Fit::Wrap);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    auto* holder = new QWidget(this);
    holder->setLayout(list_);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add")), tr("Add a service…"), this);
    add->setAccessibleName(tr("Add a service"));
    add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWide(empty_);
    addWide(holder);
    addWide(add);
    connect(add, &QPushButton::clicked, this, &TargetsSection::add);
    connect(&controller_, &ChannelController::targetsChanged, this, &TargetsSection::show);
    connect(&controller_, &ChannelController::targetStatusChanged, this, &TargetsSection::showStatus);
}

void TargetsSection::show(const std::vector<wire::Target>& targets) {
    for (const auto& [id, row] : rows_) {
        row->deleteLater();
    }
    rows_.clear();
    for (const auto& target : targets) {
        rows_[target.id] = makeRow(target);
    }
    empty_->setVisible(targets.empty());
}

RouteRow* TargetsSection::makeRow(const wire::Target& target) {
    auto* row = new RouteRow(QString::fromStdString(target.name), this);
    const QString url = QString::fromStdString(target.url);
    row->setPlace(target.audioTrack == 0 ? url
                                         : tr("%1, audio track %2").arg(url).arg(target.audioTrack + 1));
    row->setOn(target.enabled);
    if (target.status) {
        showStatusOf(*row, *target.status);
    }
    list_->addWidget(row);
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
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { controller_.addTarget(dialog->added()); });
    dialog->open();
}

void TargetsSection::change(const wire::Target& target) {
    auto* dialog = new TargetDialog(target, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = target.id] { controller_.changeTarget(id, dialog->changes()); });
    dialog->open();
}

void TargetsSection::remove(const wire::Target& target) {
    auto* dialog = new widgets::ConfirmDialog(
        {tr("Remove %1?").arg(QString::fromStdString(target.name)),
         tr("Your broadcasts are not sent there any more, and the relay forgets its key."),
         tr("Remove target"), tr("Keep it")},
        QStringLiteral("primary"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = target.id] { controller_.removeTarget(id); });
    dialog->open();
}

}  // namespace footlight::channel
