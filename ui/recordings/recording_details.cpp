#include "ui/recordings/recording_details.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

#include "ui/models/wording.h"
#include "ui/recordings/cut_dialog.h"
#include "ui/recordings/holes_view.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::recordings {
namespace {

/// A title as a file may be called.
QString fileNameFor(const QString& title) {
    static const QRegularExpression kNotInNames(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    QString name = title;
    name.replace(kNotInNames, QStringLiteral("-"));
    return name.trimmed().left(120) + QStringLiteral(".mp4");
}

}  // namespace

RecordingDetails::RecordingDetails(RecordingsController& controller, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      title_(new QLineEdit(this)),
      facts_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      fate_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      keep_(new QCheckBox(tr("Keep it, whatever the rule says"), this)),
      play_(
          new QPushButton(theme::icon(QStringLiteral("play"), theme::IconTone::OnAccent), tr("Play"), this)),
      download_(new QPushButton(theme::icon(QStringLiteral("download")), tr("Download…"), this)),
      remove_(new QPushButton(theme::icon(QStringLiteral("remove")), tr("Delete"), this)),
      holes_(new HolesView(controller.copies(), this)) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("The recording"));
    title_->setFont(theme::font(theme::TextRole::Section, QFont::DemiBold));
    title_->setMaxLength(140);
    title_->setAccessibleName(tr("Title"));
    title_->setPlaceholderText(tr("Give it a title"));
    facts_->setFit(widgets::TextLabel::Fit::Wrap);
    fate_->setFit(widgets::TextLabel::Fit::Wrap);
    fate_->setSecondary();
    keep_->setAccessibleName(keep_->text());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap24);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(title_);
    layout->addWidget(facts_);
    layout->addWidget(makeActions());
    layout->addWidget(keep_);
    layout->addWidget(fate_);
    layout->addWidget(holes_);
    layout->addStretch(1);
    connect(title_, &QLineEdit::editingFinished, this, &RecordingDetails::saveTitle);
    connect(keep_, &QCheckBox::clicked, this,
            [this](bool isKept) { controller_.keep(recording_.id, isKept); });
    connect(holes_, &HolesView::fillAsked, this, [this](int number, const wire::RecordingHole& hole) {
        controller_.fill(recording_.id, number, hole);
    });
    connect(&controller_, &RecordingsController::holesChanged, this,
            [this](BroadcastId id, const std::vector<wire::RecordingHole>& holes) {
                if (id == recording_.id) {
                    holes_->show(holes);
                }
            });
    connect(&controller_, &RecordingsController::transferBegan, this, &RecordingDetails::showBusy);
    connect(&controller_, &RecordingsController::transferEnded, this, &RecordingDetails::showBusy);
}

QWidget* RecordingDetails::makeActions() {
    auto* holder = new QWidget(this);
    play_->setProperty("tone", QStringLiteral("primary"));
    play_->setAccessibleName(tr("Play"));
    download_->setAccessibleName(tr("Download as MP4"));
    remove_->setAccessibleName(tr("Delete the recording"));
    for (QPushButton* each : {download_, remove_}) {
        each->setProperty("tone", QStringLiteral("large"));
    }
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, theme::kGap8, 0, theme::kGap8);
    row->setSpacing(theme::kGap8);
    row->addWidget(play_);
    row->addWidget(download_);
    row->addStretch(1);
    row->addWidget(remove_);
    connect(play_, &QPushButton::clicked, this, &RecordingDetails::play);
    connect(download_, &QPushButton::clicked, this, &RecordingDetails::download);
    connect(remove_, &QPushButton::clicked, this, &RecordingDetails::remove);
    return holder;
}

void RecordingDetails::show(const wire::Recording& recording) {
    const bool isOther = recording.id != recording_.id;
    const bool hasOtherHoles = isOther || recording.holes != recording_.holes;
    recording_ = recording;
    if (isOther || !title_->hasFocus()) {
        title_->setText(QString::fromStdString(recording.title));
        title_->setCursorPosition(0);
    }
    facts_->setText(models::factsOf(recording));
    const bool isOver = recording.phase == wire::RecordingPhase::Finished;
    keep_->setChecked(recording.keep);
    fate_->setText(!isOver ? tr("It is on air: it can be played from its start while it grows.")
                   : recording.expiresAt && !recording.keep
                       ? tr("Deleted by itself on %1.").arg(models::momentText(*recording.expiresAt))
                       : QString());
    fate_->setVisible(!fate_->text().isEmpty());
    play_->setEnabled(!recording.playback.empty());
    remove_->setEnabled(isOver);
    if (hasOtherHoles) {
        holes_->show({});
        if (recording.holes > 0) {
            controller_.fetchHoles(recording.id);
        }
    }
    showBusy();
}

void RecordingDetails::showBusy() {
    const bool isBusy = controller_.isTransferring();
    const bool isOver = recording_.phase == wire::RecordingPhase::Finished;
    download_->setEnabled(!isBusy && isOver && !recording_.download.empty());
    holes_->setBusy(isBusy);
}

void RecordingDetails::play() {
    if (play_->isEnabled()) {
        Q_EMIT playAsked(QString::fromStdString(recording_.playback), models::titleOf(recording_));
    }
}

void RecordingDetails::rename() {
    title_->setFocus();
    title_->selectAll();
}

void RecordingDetails::saveTitle() {
    const QString title = title_->text().trimmed();
    if (!title.isEmpty() && title != QString::fromStdString(recording_.title)) {
        controller_.rename(recording_.id, title);
    }
}

void RecordingDetails::download() {
    if (!download_->isEnabled()) {
        return;
    }
    auto* dialog = new CutDialog(models::titleOf(recording_), recording_.durationMs, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { chooseFile(dialog->cut()); });
    widgets::openAccountDialog(*dialog);
}

void RecordingDetails::chooseFile(std::optional<std::pair<qint64, qint64>> cut) {
    auto* dialog =
        new QFileDialog(this, tr("Save the recording as"),
                        QStandardPaths::writableLocation(QStandardPaths::MoviesLocation), tr("MP4 (*.mp4)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("mp4"));
    dialog->selectFile(fileNameFor(models::titleOf(recording_)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, cut, id = recording_.id](const QString& path) { controller_.download(id, path, cut); });
    widgets::openAccountDialog(*dialog);
}

void RecordingDetails::remove() {
    if (remove_->isEnabled()) {
        controller_.remove(recording_.id);
    }
}

}  // namespace footlight::recordings
