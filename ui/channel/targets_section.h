#pragma once

#include <map>
#include <vector>

#include "core/wire/target.h"
#include "ui/widgets/section.h"

class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class ChannelController;
class RouteRow;

/// The services that the broadcast is sent on to.
class TargetsSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit TargetsSection(ChannelController& controller, QWidget* parent = nullptr);

private:
    void show(const std::vector<wire::Target>& targets);
    void showStatus(const std::vector<wire::TargetStatus>& statuses);
    RouteRow* makeRow(const wire::Target& target);
    void add();
    void change(const wire::Target& target);
    void remove(const wire::Target& target);

    ChannelController& controller_;
    QVBoxLayout* list_;
    widgets::TextLabel* empty_;
    std::map<TargetId, RouteRow*> rows_;
};

}  // namespace footlight::channel
