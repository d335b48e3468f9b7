#include "ui/channel/inputs_section.h"

#include "ui/channel/channel_controller.h"
#include "ui/channel/input_dialog.h"
#include "ui/channel/route_row.h"
#include "ui/models/broadcast_wording.h"

namespace footlight::channel {

InputsSection::InputsSection(ChannelController& controller, QWidget* parent)
    : RoutesSection({tr("Network inputs"),
                     tr("Encoders that send MPEG-TS to an address, wait to be called, or publish elsewhere. "
                        "What comes in is your broadcast."),
                     tr("None. Encoders that know the stream key need none."), tr("Add an input…")},
                    parent),
      controller_(controller) {
    connect(&controller_, &ChannelController::inputsChanged, this, &InputsSection::show);
}

void InputsSection::show(const std::vector<wire::ChannelInput>& inputs) {
    clear();
    for (const auto& input : inputs) {
        showOne(input);
    }
}

void InputsSection::showOne(const wire::ChannelInput& input) {
    auto* row = append(QString::fromStdString(input.url));
    QStringList facts{models::slotText(input.slot)};
    if (!input.sources.empty()) {
        facts.append(tr("from %n address(es)", nullptr, static_cast<int>(input.sources.size())));
    }
    if (input.hasPassphrase) {
        facts.append(tr("encrypted"));
    }
    row->setPlace(facts.join(QStringLiteral(", ")));
    row->setOn(input.enabled);
    connect(row, &RouteRow::switched, this, [this, id = input.id](bool isOn) {
        wire::ChannelInputPatch patch;
        patch.enabled = isOn;
        controller_.changeInput(id, patch);
    });
    connect(row, &RouteRow::changeAsked, this, [this, input] { change(input); });
    connect(row, &RouteRow::removeAsked, this, [this, input] { remove(input); });
}

void InputsSection::add() {
    auto* dialog = new InputDialog(std::nullopt, this);
    ask(dialog, [this, dialog] { controller_.addInput(dialog->added()); });
}

void InputsSection::change(const wire::ChannelInput& input) {
    auto* dialog = new InputDialog(input, this);
    ask(dialog, [this, dialog, id = input.id] { controller_.changeInput(id, dialog->changes()); });
}

void InputsSection::remove(const wire::ChannelInput& input) {
    askToRemove({QString::fromStdString(input.url), tr("The relay does not take this stream any more."),
                 tr("Remove input")},
                [this, id = input.id] { controller_.removeInput(id); });
}

}  // namespace footlight::channel
