#include "ui/channel/picture_section.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QProgressBar>
#include <QPushButton>

#include "ui/channel/crop_dialog.h"
#include "ui/channel/picture_controller.h"
#include "ui/channel/picture_file.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::channel {
namespace {

using Kind = PictureKind;

constexpr int kAvatar = 96;
constexpr int kProgressWidth = 160;

}  // namespace

PictureSection::PictureSection(PictureController& controller, QWidget* parent)
    : Section(tr("Pictures"), tr("Shown on the channel's page, on Home and beside your name."), parent),
      controller_(controller),
      avatar_(new widgets::AvatarView(kAvatar, this)),
      banner_(new widgets::PictureView(
          static_cast<double>(sizeOf(Kind::Banner).width()) / sizeOf(Kind::Banner).height(), this)),
      undo_(new widgets::UndoBar(this)) {
    addRow(tr("Picture"), makeRow(Kind::Avatar, avatar_));
    addRow(tr("Banner"), makeRow(Kind::Banner, banner_));
    addWide(undo_);
    connect(&controller_, &PictureController::changed, this, &PictureSection::showPicture);
    connect(&controller_, &PictureController::progressed, this,
            [this](Kind kind, int percent) { rowOf(kind).progress->setValue(percent); });
    connect(&controller_, &PictureController::failed, this, &PictureSection::showProblem);
    connect(&controller_, &PictureController::removed, this, [this](Kind kind) {
        undo_->offer(kind == Kind::Avatar ? tr("Removed the picture") : tr("Removed the banner"),
                     [this] { controller_.undoRemoval(); });
    });
    connect(&controller_, &PictureController::channelChanged, this, [this] {
        for (Row& row : rows_) {
            row.problem->hide();
        }
        undo_->pass();
    });
    connect(undo_, &widgets::UndoBar::passed, &controller_, &PictureController::finishRemoval);
    showPicture(Kind::Avatar);
    showPicture(Kind::Banner);
}

QWidget* PictureSection::makeRow(Kind kind, QWidget* preview) {
    Row& row = rowOf(kind);
    const bool isAvatar = kind == Kind::Avatar;
    auto* holder = new QWidget(this);
    row.choose = new QPushButton(theme::icon(QStringLiteral("image")), tr("Choose a picture…"), holder);
    row.choose->setAccessibleName(isAvatar ? tr("Choose the picture") : tr("Choose the banner"));
    row.remove = new QPushButton(theme::icon(QStringLiteral("remove")), tr("Remove"), holder);
    row.remove->setAccessibleName(isAvatar ? tr("Remove the picture") : tr("Remove the banner"));
    row.hint = new widgets::TextLabel(
        isAvatar ? tr("A PNG, JPEG or WebP of up to 20 MB; you choose the part that is shown.")
                 : tr("Four times as wide as high; 1640 × 410 pixels look best."),
        theme::TextRole::Caption, QFont::Normal, holder);
    row.hint->setSecondary();
    row.problem = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, holder);
    row.problem->setProperty("tone", QStringLiteral("care"));
    for (auto* label : {row.hint, row.problem}) {
        label->setFit(widgets::TextLabel::Fit::Wrap);
    }
    connect(row.choose, &QPushButton::clicked, this, [this, kind] { choose(kind); });
    row.problem->hide();
    connect(row.remove, &QPushButton::clicked, this, [this, kind] {
        rowOf(kind).problem->hide();
        controller_.remove(kind);
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addWidget(row.choose);
    buttons->addWidget(row.remove);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kGap8);
    column->addLayout(buttons);
    column->addWidget(makeSending(kind, row));
    column->addWidget(row.problem);
    column->addWidget(row.hint);
    QBoxLayout* layout =
        isAvatar ? static_cast<QBoxLayout*>(new QHBoxLayout(holder)) : new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, isAvatar ? theme::kGap8 : 0);
    layout->setSpacing(isAvatar ? theme::kGap16 : theme::kGap8);
    layout->addWidget(preview, 0, isAvatar ? Qt::AlignTop : Qt::Alignment());
    layout->addLayout(column, 1);
    return holder;
}

QWidget* PictureSection::makeSending(Kind kind, Row& row) {
    row.sending = new QWidget(this);
    row.progress = new QProgressBar(row.sending);
    row.progress->setTextVisible(false);
    row.progress->setFixedWidth(kProgressWidth);
    row.progress->setAccessibleName(tr("How much is sent"));
    auto* cancel = new QPushButton(tr("Cancel"), row.sending);
    cancel->setAccessibleName(tr("Cancel sending"));
    connect(cancel, &QPushButton::clicked, this, [this, kind] { controller_.cancel(kind); });
    auto* layout = new QHBoxLayout(row.sending);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(row.progress);
    layout->addWidget(cancel);
    layout->addStretch(1);
    return row.sending;
}

void PictureSection::showPicture(Kind kind) {
    Row& row = rowOf(kind);
    const bool isSending = controller_.isSending(kind);
    if (isSending && !row.sending->isVisibleTo(this)) {
        row.progress->setValue(0);
    }
    row.sending->setVisible(isSending);
    row.choose->setEnabled(!isSending);
    row.remove->setVisible(controller_.hasPicture(kind) && !isSending);
    if (isSending) {
        row.problem->hide();
    }
    if (kind == Kind::Avatar) {
        avatar_->setName(controller_.channel());
        avatar_->setPicture(controller_.picture(kind));
    } else {
        banner_->setPicture(controller_.picture(kind));
        banner_->setVisible(controller_.hasPicture(kind));
    }
}

void PictureSection::showProblem(Kind kind, const QString& sentence) {
    rowOf(kind).problem->setText(sentence);
    rowOf(kind).problem->show();
}

void PictureSection::choose(Kind kind) {
    auto* dialog = new QFileDialog(
        this, kind == Kind::Avatar ? tr("Picture of the channel") : tr("Banner of the channel"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString& path) { useFile(kind, path); });
    widgets::openAccountDialog(*dialog);
}

void PictureSection::useFile(Kind kind, const QString& path) {
    const auto picture = readPicture(path);
    if (!picture) {
        showProblem(kind, QString::fromStdString(picture.error().message()));
        return;
    }
    rowOf(kind).problem->hide();
    auto* dialog =
        new CropDialog(kind == Kind::Avatar ? tr("Picture of the channel") : tr("Banner of the channel"),
                       *picture, sizeOf(kind), this);
    connect(dialog, &QDialog::accepted, this,
            [this, kind, dialog] { controller_.send(kind, dialog->taken()); });
    widgets::openAccountDialog(*dialog);
}

void PictureSection::hideEvent(QHideEvent* event) {
    Section::hideEvent(event);
    if (!event->spontaneous()) {
        undo_->pass();
    }
}

}  // namespace footlight::channel
