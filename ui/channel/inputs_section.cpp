#include "ui/channel/inputs_section.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/channel/channel_controller.h"
#include "ui/channel/input_dialog.h"
#include "ui/channel/route_row.h"
#include "ui/models/broadcast_wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {

InputsSection::InputsSection(ChannelController& controller, QWidget* parent)
    : Section(tr("Network inputs"),
              tr("Encoders that send MPEG-TS to an address, wait to be called, or publish elsewhere. What "
                 "comes in is your broadcast."),
              parent),
      controller_(controller),
      list_(new QVBoxLayout),
      empty_(new widgets::TextLabel(tr("None. Encoders that know the stream key need none."),
                                    theme::TextRole::Body, QFont::Normal, this)) {
    empty_->setSecondary();
    empty_->setFit(widgets::TextLabel::Fit::Wrap);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    auto* holder = new QWidget(this);
    holder->setLayout(list_);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add")), tr("Add an input…"), this);
    add->setAccessibleName(tr("Add an input"));
    add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWide(empty_);
    addWide(holder);
    addWide(add);
    connect(add, &QPushButton::clicked, this, &InputsSection::add);
    connect(&controller_, &ChannelController::inputsChanged, this, &InputsSection::show);
}

void InputsSection::show(const std::vector<wire::ChannelInput>& inputs) {
    for (RouteRow* row : rows_) {
        row->deleteLater();
    }
    rows_.clear();
    for (const auto& input : inputs) {
        rows_.push_back(makeRow(input));
    }
    empty_->setVisible(inputs.empty());
}

RouteRow* InputsSection::makeRow(const wire::ChannelInput& input) {
    auto* row = new RouteRow(QString::fromStdString(input.url), this);
    QStringList facts{models::slotText(input.slot)};
    if (!input.sources.empty()) {
        facts.append(tr("from %n address(es)", nullptr, static_cast<int>(input.sources.size())));
    }
    if (input.hasPassphrase) {
        facts.append(tr("encrypted"));
    }
    row->setPlace(facts.join(QStringLiteral(", ")));
    row->setOn(input.enabled);
    list_->addWidget(row);
    connect(row, &RouteRow::switched, this, [this, id = input.id](bool isOn) {
        wire::ChannelInputPatch patch;
        patch.enabled = isOn;
        controller_.changeInput(id, patch);
    });
    connect(row, &RouteRow::changeAsked, this, [this, input] { change(input); });
    connect(row, &RouteRow::removeAsked, this, [this, input] { remove(input); });
    return row;
}

void InputsSection::add() {
    auto* dialog = new InputDialog(std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { controller_.addInput(dialog->added()); });
    dialog->open();
}

void InputsSection::change(const wire::ChannelInput& input) {
    auto* dialog = new InputDialog(input, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = input.id] { controller_.changeInput(id, dialog->changes()); });
    dialog->open();
}

void InputsSection::remove(const wire::ChannelInput& input) {
    auto* dialog = new widgets::ConfirmDialog(
        {tr("Remove %1?").arg(QString::fromStdString(input.url)),
         tr("The relay does not take this stream any more."), tr("Remove input"), tr("Keep it")},
        QStringLiteral("primary"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = input.id] { controller_.removeInput(id); });
    dialog->open();
}

}  // namespace footlight::channel
