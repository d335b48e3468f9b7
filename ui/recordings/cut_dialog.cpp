#include "ui/recordings/cut_dialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QPushButton>
#include <QTime>
#include <QTimeEdit>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::recordings {
namespace {

constexpr qint64 kLongest = 24 * 60 * 60 - 1;  // what a time of day can say

QTime timeOf(qint64 seconds) { return QTime(0, 0).addSecs(static_cast<int>(std::min(seconds, kLongest))); }

qint64 secondsOf(const QTimeEdit& field) { return QTime(0, 0).secsTo(field.time()); }

}  // namespace

CutDialog::CutDialog(const QString& title, qint64 durationMs, QWidget* parent)
    : QDialog(parent),
      part_(new QCheckBox(tr("Only a part"), this)),
      from_(new QTimeEdit(this)),
      to_(new QTimeEdit(this)),
      save_(new QPushButton(tr("Download…"), this)) {
    setWindowTitle(tr("Download as MP4"));
    auto* name = new widgets::TextLabel(title, theme::TextRole::Section, QFont::DemiBold, this);
    name->setFit(widgets::TextLabel::Fit::Wrap);
    part_->setAccessibleName(part_->text());
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme::kGap16);
    form->setVerticalSpacing(theme::kGap8);
    for (const auto& [field, text] : {std::pair{from_, tr("From")}, std::pair{to_, tr("To")}}) {
        field->setDisplayFormat(QStringLiteral("HH:mm:ss"));
        field->setAccessibleName(text);
        field->setEnabled(false);
        form->addRow(new widgets::TextLabel(text, theme::TextRole::Body, QFont::Normal, this), field);
        connect(field, &QTimeEdit::timeChanged, this, &CutDialog::check);
        connect(part_, &QCheckBox::toggled, field, &QWidget::setEnabled);
    }
    auto* hint = new widgets::TextLabel(
        tr("It begins with the whole picture before that, up to a few seconds earlier."),
        theme::TextRole::Caption, QFont::Normal, this);
    hint->setFit(widgets::TextLabel::Fit::Wrap);
    hint->setSecondary();
    to_->setMaximumTime(timeOf((durationMs + 999) / 1000));
    to_->setTime(to_->maximumTime());
    from_->setMaximumTime(to_->maximumTime());
    connect(part_, &QCheckBox::toggled, this, &CutDialog::check);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    save_->setAccessibleName(tr("Download"));
    save_->setProperty("tone", QStringLiteral("primary"));
    save_->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(name);
    layout->addWidget(part_);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addLayout(buttons);
    setMinimumWidth(360);
}

void CutDialog::check() { save_->setEnabled(!part_->isChecked() || from_->time() < to_->time()); }

std::optional<std::pair<qint64, qint64>> CutDialog::cut() const {
    if (!part_->isChecked()) {
        return std::nullopt;
    }
    return std::pair{secondsOf(*from_), secondsOf(*to_)};
}

}  // namespace footlight::recordings
