#pragma once

#include <vector>

#include "core/wire/schedule.h"
#include "ui/widgets/section.h"

class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
class UndoBar;
}  // namespace footlight::widgets

namespace footlight::channel {

class PageController;

/// What the channel announces. Who follows it is told a quarter of an hour before.
class ScheduleSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit ScheduleSection(PageController& controller, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Tab has another way to go.
    void rowsChanged();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void showEntries(const std::vector<wire::ScheduleEntry>& entries);
    QWidget* makeRow(const wire::ScheduleEntry& entry);
    void add();
    void change(const wire::ScheduleEntry& entry);

    PageController& controller_;
    QWidget* rows_;
    QVBoxLayout* list_;
    widgets::TextLabel* none_;
    widgets::TextLabel* problem_;
    widgets::UndoBar* undo_;
};

}  // namespace footlight::channel
