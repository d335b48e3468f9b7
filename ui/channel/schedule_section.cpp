#include "ui/channel/schedule_section.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QPushButton>
#include <QToolButton>

#include "ui/channel/entry_dialog.h"
#include "ui/channel/page_controller.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::channel {

ScheduleSection::ScheduleSection(PageController& controller, QWidget* parent)
    : Section(tr("Schedule"),
              tr("Shown on the channel's page and to who follows it, who is told 15 minutes before."),
              parent),
      controller_(controller),
      rows_(new QWidget(this)),
      list_(new QVBoxLayout(rows_)),
      none_(new widgets::TextLabel(tr("Nothing is announced."), theme::TextRole::Body, QFont::Normal, this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      undo_(new widgets::UndoBar(this)) {
    none_->setSecondary();
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    auto* add = new QPushButton(theme::icon(QStringLiteral("calendar")), tr("Announce a broadcast…"), this);
    add->setAccessibleName(tr("Announce a broadcast"));
    add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWide(none_);
    addWide(rows_);
    addWide(problem_);
    addWide(add);
    addWide(undo_);
    connect(add, &QPushButton::clicked, this, &ScheduleSection::add);
    connect(&controller_, &PageController::scheduleChanged, this, &ScheduleSection::showEntries);
    connect(&controller_, &PageController::removed, this, [this](const QString& title) {
        undo_->offer(tr("Removed “%1”").arg(title), [this] { controller_.undoRemoval(); });
    });
    connect(undo_, &widgets::UndoBar::passed, &controller_, &PageController::finishRemoval);
    connect(&controller_, &PageController::saved, problem_, &QWidget::hide);
    connect(&controller_, &PageController::refused, this,
            [this](const QString& code, const QString& message) {
                if (code.startsWith(QStringLiteral("schedule."))) {
                    problem_->setText(message);
                    problem_->show();
                }
            });
    showEntries({});
}

void ScheduleSection::showEntries(const std::vector<wire::ScheduleEntry>& entries) {
    qDeleteAll(rows_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    for (const auto& entry : entries) {
        list_->addWidget(makeRow(entry));
    }
    rows_->setVisible(!entries.empty());
    none_->setVisible(entries.empty());
    Q_EMIT rowsChanged();
}

QWidget* ScheduleSection::makeRow(const wire::ScheduleEntry& entry) {
    const QString title = QString::fromStdString(entry.title);
    auto* row = new QFrame(rows_);
    row->setProperty("surface", QStringLiteral("raised"));
    row->setAccessibleName(title);
    auto* name = new widgets::TextLabel(title, theme::TextRole::Body, QFont::DemiBold, row);
    name->setFit(widgets::TextLabel::Fit::Elide);
    const QString category = QString::fromStdString(entry.category);
    const QString span =
        tr("%1 to %2").arg(models::momentText(entry.startsAt), models::momentText(entry.endsAt));
    auto* when = new widgets::TextLabel(category.isEmpty() ? span : tr("%1, %2").arg(span, category),
                                        theme::TextRole::Caption, QFont::Normal, row);
    when->setFit(widgets::TextLabel::Fit::Elide);
    when->setSecondary();
    const auto makeTool = [row](const QString& icon, const QString& what) {
        auto* tool = new QToolButton(row);
        tool->setProperty("tone", QStringLiteral("icon"));
        tool->setIcon(theme::icon(icon));
        tool->setAccessibleName(what);
        tool->setToolTip(what);
        return tool;
    };
    auto* change = makeTool(QStringLiteral("rename"), tr("Change %1").arg(title));
    auto* remove = makeTool(QStringLiteral("remove"), tr("Remove %1").arg(title));
    // Later: the row that was pressed goes with it.
    connect(change, &QToolButton::clicked, this, [this, entry] { this->change(entry); });
    connect(
        remove, &QToolButton::clicked, this, [this, id = entry.id] { controller_.removeEntry(id); },
        Qt::QueuedConnection);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(when);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap8);
    layout->addLayout(words, 1);
    layout->addWidget(change);
    layout->addWidget(remove);
    return row;
}

void ScheduleSection::add() {
    auto* dialog = new EntryDialog(std::nullopt, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { controller_.addEntry(dialog->entry()); });
    widgets::openAccountDialog(*dialog);
}

void ScheduleSection::change(const wire::ScheduleEntry& entry) {
    auto* dialog = new EntryDialog(entry, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = entry.id] { controller_.changeEntry(id, dialog->entry()); });
    widgets::openAccountDialog(*dialog);
}

void ScheduleSection::hideEvent(QHideEvent* event) {
    Section::hideEvent(event);
    if (!event->spontaneous()) {
        undo_->pass();
    }
}

}  // namespace footlight::channel
