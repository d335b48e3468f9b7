#pragma once

#include <map>
#include <vector>

#include "core/wire/notification.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QGridLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::people {

class Inbox;

/// By which ways somebody hears of what; saved as it is changed.
class ChoicesSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit ChoicesSection(Inbox& inbox, QWidget* parent = nullptr);

    void refresh();

private:
    struct Row {
        QCheckBox* inApp = nullptr;
        QCheckBox* email = nullptr;
        QCheckBox* webhook = nullptr;
    };

    Row makeRow(QGridLayout& grid, wire::NotificationKind kind);
    void show(const std::vector<wire::NotificationChoice>& choices);
    void clear();
    void choose(wire::NotificationKind kind);

    Inbox& inbox_;
    std::map<wire::NotificationKind, Row> rows_;
    widgets::TextLabel* outcome_;
};

}  // namespace footlight::people
