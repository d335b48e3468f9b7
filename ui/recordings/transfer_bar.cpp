#include "ui/recordings/transfer_bar.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include "ui/models/wording.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::recordings {
namespace {

constexpr std::chrono::seconds kOutcomeStays{8};
constexpr int kSteps = 1000;

}  // namespace

TransferBar::TransferBar(RecordingsController& controller, QWidget* parent)
    : QFrame(parent),
      what_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      amount_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      bar_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setProperty("surface", QStringLiteral("raised"));
    setAccessibleName(tr("Transfer"));
    what_->setFit(widgets::TextLabel::Fit::Elide);
    amount_->setSecondary();
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress"));
    cancel_->setAccessibleName(tr("Cancel the transfer"));
    cancel_->setProperty("tone", QStringLiteral("quiet"));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kGap8);
    head->addWidget(what_, 1);
    head->addWidget(amount_);
    head->addWidget(cancel_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap12);
    layout->setSpacing(theme::kGap4);
    layout->addLayout(head);
    layout->addWidget(bar_);
    patience_.setSingleShot(true);
    patience_.setInterval(kOutcomeStays);
    connect(&patience_, &QTimer::timeout, this, &QWidget::hide);
    connect(cancel_, &QPushButton::clicked, &controller, &RecordingsController::cancelTransfer);
    connect(&controller, &RecordingsController::transferBegan, this, &TransferBar::begin);
    connect(&controller, &RecordingsController::transferProgressed, this, &TransferBar::progress);
    connect(&controller, &RecordingsController::transferEnded, this, &TransferBar::end);
    hide();
}

void TransferBar::begin(const QString& what) {
    patience_.stop();
    what_->setText(what);
    amount_->setText({});
    bar_->setRange(0, 0);
    bar_->show();
    cancel_->show();
    show();
}

void TransferBar::progress(qint64 done, qint64 total) {
    amount_->setText(total > 0 ? tr("%1 of %2").arg(models::bytesText(done), models::bytesText(total))
                               : models::bytesText(done));
    bar_->setRange(0, total > 0 ? kSteps : 0);
    bar_->setValue(total > 0 ? static_cast<int>(done * kSteps / total) : 0);
}

void TransferBar::end(const QString& problem, const QString& outcome) {
    what_->setText(problem.isEmpty() ? outcome : problem);
    setAccessibleDescription(what_->text());
    bar_->hide();
    cancel_->hide();
    patience_.start();
}

}  // namespace footlight::recordings
