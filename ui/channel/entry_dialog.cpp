#include "ui/channel/entry_dialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <chrono>

namespace footlight::channel {
namespace {

constexpr int kQuarters[] = {2, 4, 6, 8, 12, 16, 24, 48};  // of an hour

/// The next whole hour, a day from now.
QDateTime tomorrow() {
    const QDateTime now = QDateTime::currentDateTime().addDays(1);
    return QDateTime(now.date(), QTime(now.time().hour(), 0));
}

UtcTime utcOf(const QDateTime& moment) { return utcFromMilliseconds(moment.toMSecsSinceEpoch()); }

}  // namespace

EntryDialog::EntryDialog(const std::optional<wire::ScheduleEntry>& known, QWidget* parent)
    : RouteDialog({known ? tr("Change what is announced") : tr("Announce a broadcast"),
                   known ? tr("Save") : tr("Announce")},
                  parent),
      title_(new QLineEdit(this)),
      start_(new QDateTimeEdit(tomorrow(), this)),
      length_(new QComboBox(this)),
      category_(new QLineEdit(this)) {
    title_->setMaxLength(140);
    category_->setMaxLength(40);
    start_->setCalendarPopup(true);
    start_->setMinimumDateTime(QDateTime::currentDateTime().addSecs(-86'400));
    for (const int quarters : kQuarters) {
        const double hours = quarters / 4.0;
        length_->addItem(tr("%1 h").arg(QLocale().toString(hours, 'g', 3)), quarters * 15);
    }
    length_->setCurrentIndex(1);
    if (known) {
        title_->setText(QString::fromStdString(known->title));
        category_->setText(QString::fromStdString(known->category));
        start_->setDateTime(QDateTime::fromMSecsSinceEpoch(known->startsAt.time_since_epoch().count()));
        const auto minutes = static_cast<int>(
            std::chrono::duration_cast<std::chrono::minutes>(known->endsAt - known->startsAt).count());
        if (length_->findData(minutes) < 0) {
            length_->addItem(tr("%n min", nullptr, minutes), minutes);
        }
        length_->setCurrentIndex(length_->findData(minutes));
    }
    addField(tr("Title"), title_);
    addField(tr("Begins"), start_);
    addField(tr("Length"), length_);
    addField(tr("Category"), category_);
    connect(title_, &QLineEdit::textChanged, this, &EntryDialog::check);
    check();
}

void EntryDialog::check() { setComplete(!title_->text().trimmed().isEmpty()); }

wire::NewScheduleEntry EntryDialog::entry() const {
    wire::NewScheduleEntry entry;
    entry.startsAt = utcOf(start_->dateTime());
    entry.endsAt = entry.startsAt + std::chrono::minutes(length_->currentData().toInt());
    entry.title = title_->text().trimmed().toStdString();
    entry.category = category_->text().trimmed().toStdString();
    return entry;
}

}  // namespace footlight::channel
