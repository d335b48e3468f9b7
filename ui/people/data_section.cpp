#include "ui/people/data_section.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include "core/client/relay_client.h"
#include "core/client/transfer.h"
#include "ui/models/wording.h"
#include "ui/people/account_state.h"
#include "ui/people/delete_account_dialog.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {

DataSection::DataSection(AccountState& state, QWidget* parent)
    : Section(tr("Your data"),
              tr("All that this relay has of you, but for keys and passwords, as one JSON file."), parent),
      state_(state),
      save_(new QPushButton(theme::icon(QStringLiteral("download")), tr("Save my data…"), this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      progress_(new QProgressBar(this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      delete_(new QPushButton(theme::icon(QStringLiteral("remove")), tr("Delete the account…"), this)) {
    save_->setAccessibleName(tr("Save my data"));
    delete_->setAccessibleName(tr("Delete the account"));
    cancel_->setAccessibleName(tr("Cancel saving my data"));
    cancel_->hide();
    progress_->setAccessibleName(tr("Saving my data"));
    progress_->setTextVisible(false);
    progress_->hide();
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    outcome_->hide();
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(save_);
    row->addWidget(cancel_);
    row->addStretch(1);
    row->addWidget(delete_);
    addWide(progress_);
    addWide(outcome_);
    addWide(buttons);
    connect(save_, &QPushButton::clicked, this, &DataSection::askWhere);
    connect(cancel_, &QPushButton::clicked, this, &DataSection::cancel);
    connect(delete_, &QPushButton::clicked, this, [this] {
        auto* dialog = new DeleteAccountDialog(state_, this);
        widgets::openAccountDialog(*dialog);
    });
}

DataSection::~DataSection() = default;

void DataSection::askWhere() {
    auto* dialog = new QFileDialog(this, tr("Save my data"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("footlight-%1.json").arg(state_.name()));
    connect(dialog, &QFileDialog::fileSelected, this, &DataSection::save);
    widgets::openAccountDialog(*dialog);
}

void DataSection::save(const QString& path) {
    const auto& session = state_.relay().api().session();
    if (!session) {
        return;
    }
    transfer_ = std::make_unique<client::Transfer>();
    connect(transfer_.get(), &client::Transfer::progressed, this, [this](qint64 done, qint64 total) {
        progress_->setMaximum(total > 0 ? 100 : 0);
        progress_->setValue(total > 0 ? static_cast<int>(done * 100 / total) : 0);
        outcome_->setText(tr("%1 saved").arg(models::bytesText(done)));
    });
    connect(transfer_.get(), &client::Transfer::finished, this,
            [this, path](const QString& problem) { saved(path, problem); });
    progress_->setMaximum(0);
    progress_->show();
    outcome_->setText(tr("The relay puts it together…"));
    outcome_->show();
    save_->setEnabled(false);
    cancel_->show();
    transfer_->download(state_.account().dataAddress(), path, session->token);
}

void DataSection::cancel() {
    if (transfer_) {
        transfer_->cancel();
    }
    saved({}, tr("Cancelled."));
}

void DataSection::saved(const QString& path, const QString& problem) {
    if (transfer_) {
        // It may be the one who calls.
        transfer_.release()->deleteLater();
    }
    progress_->hide();
    cancel_->hide();
    save_->setEnabled(true);
    outcome_->setText(problem.isEmpty() ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : problem);
}

}  // namespace footlight::people
