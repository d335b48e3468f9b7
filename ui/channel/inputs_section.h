#pragma once

#include <vector>

#include "core/wire/channel_input.h"
#include "ui/channel/routes_section.h"

namespace footlight::channel {

class ChannelController;

/// Streams that the relay takes or fetches for the channel by itself.
class InputsSection final : public RoutesSection {
    Q_OBJECT
public:
    explicit InputsSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const std::vector<wire::ChannelInput>& inputs);
    void showOne(const wire::ChannelInput& input);
    void add() override;
    void change(const wire::ChannelInput& input);
    void remove(const wire::ChannelInput& input);

    ChannelController& controller_;
};

}  // namespace footlight::channel
