#pragma once

#include <vector>

#include "core/wire/channel_input.h"
#include "ui/widgets/section.h"

class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class ChannelController;
class RouteRow;

/// Streams that the relay takes or fetches for the channel by itself.
class InputsSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit InputsSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const std::vector<wire::ChannelInput>& inputs);
    RouteRow* makeRow(const wire::ChannelInput& input);
    void add();
    void change(const wire::ChannelInput& input);
    void remove(const wire::ChannelInput& input);

    ChannelController& controller_;
    QVBoxLayout* list_;
    widgets::TextLabel* empty_;
    std::vector<RouteRow*> rows_;
};

}  // namespace footlight::channel
