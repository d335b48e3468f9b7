#include "ui/settings/local_copy_section.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStorageInfo>

#include "ui/models/settings_store.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::settings {
namespace {

constexpr int kFieldWidth = 160;

/// The room on the disk that the folder is on, or will be.
QStorageInfo diskOf(const QString& folder) {
    QDir place(folder);
    while (!place.exists() && place.cdUp()) {
    }
    return QStorageInfo(place);
}

}  // namespace

LocalCopySection::LocalCopySection(models::SettingsStore& settings, QWidget* parent)
    : Section(tr("Local copy"),
              tr("While you are live the broadcast is also written to this computer. What the network loses "
                 "can then be sent to the relay afterwards, from the Recordings page."),
              parent),
      settings_(settings),
      on_(new QCheckBox(tr("Write a copy of each broadcast"), this)),
      folder_(new QLineEdit(this)),
      room_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    on_->setAccessibleName(on_->text());
    on_->setChecked(settings_.value(models::keys::kLocalCopy, false).toBool());
    folder_->setReadOnly(true);
    folder_->setText(settings_.value(models::keys::kLocalCopyFolder, QString()).toString());
    room_->setFit(widgets::TextLabel::Fit::Wrap);
    room_->setSecondary();
    addRow(tr("Copy"), on_, tr("Holds from the next broadcast."));
    addRow(tr("Folder"), makeFolder());
    addRow({}, room_);
    addRow(tr("Delete after"), makeAmount(models::keys::kLocalCopyDays, 14, 365, tr(" days")));
    addRow(tr("Keep at most"), makeAmount(models::keys::kLocalCopyGigabytes, 100, 10'000, tr(" GB")),
           tr("The oldest go first. Nothing is written while less than 5 GB are free."));
    connect(on_, &QCheckBox::clicked, this, [this](bool isOn) {
        settings_.setValue(models::keys::kLocalCopy, isOn);
        Q_EMIT changed();
    });
    showRoom();
}

QWidget* LocalCopySection::makeFolder() {
    auto* holder = new QWidget(this);
    auto* choose = new QPushButton(theme::icon(QStringLiteral("folder")), tr("Choose…"), holder);
    choose->setAccessibleName(tr("Choose the folder for copies"));
    folder_->setAccessibleName(tr("Folder for copies"));
    connect(choose, &QPushButton::clicked, this, &LocalCopySection::choose);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(folder_, 1);
    row->addWidget(choose);
    return holder;
}

QSpinBox* LocalCopySection::makeAmount(const QString& key, int otherwise, int most, const QString& unit) {
    auto* box = new QSpinBox(this);
    box->setFixedWidth(kFieldWidth);
    box->setRange(1, most);
    box->setSuffix(unit);
    box->setValue(settings_.value(key, otherwise).toInt());
    connect(box, &QSpinBox::valueChanged, this, [this, key](int value) {
        settings_.setValue(key, value);
        Q_EMIT changed();
    });
    return box;
}

void LocalCopySection::choose() {
    auto* dialog = new QFileDialog(this, tr("Folder for copies"), folder_->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        settings_.setValue(models::keys::kLocalCopyFolder, folder);
        useFolder(folder);
        Q_EMIT changed();
    });
    dialog->open();
}

void LocalCopySection::useFolder(const QString& folder) {
    folder_->setText(QDir::toNativeSeparators(folder));
    showRoom();
}

void LocalCopySection::showRoom() {
    const auto disk = diskOf(folder_->text());
    room_->setText(
        folder_->text().isEmpty() || !disk.isValid()
            ? QString()
            : tr("%1 free there; an hour at 2.5 Mbit/s takes %2.")
                  .arg(models::bytesText(disk.bytesAvailable()), models::bytesText(1'182'600'000)));
}

}  // namespace footlight::settings
