#pragma once

#include <map>
#include <vector>

#include "core/wire/target.h"
#include "ui/channel/routes_section.h"

namespace footlight::channel {

class ChannelController;

/// The services that the broadcast is sent on to.
class TargetsSection final : public RoutesSection {
    Q_OBJECT
public:
    explicit TargetsSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const std::vector<wire::Target>& targets);
    void showStatus(const std::vector<wire::TargetStatus>& statuses);
    RouteRow* makeRow(const wire::Target& target);
    void add() override;
    void change(const wire::Target& target);
    void remove(const wire::Target& target);

    ChannelController& controller_;
    std::map<TargetId, RouteRow*> rows_;
};

}  // namespace footlight::channel
