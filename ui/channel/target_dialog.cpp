#include "ui/channel/target_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

#include "ui/channel/target_presets.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kWidth = 480;
constexpr int kMostTracks = 16;

bool isAddress(const QString& text) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.path().size() > 1 &&
           (url.scheme() == QStringLiteral("rtmp") || url.scheme() == QStringLiteral("rtmps"));
}

}  // namespace

TargetDialog::TargetDialog(const std::optional<wire::Target>& known, QWidget* parent)
    : QDialog(parent),
      isNew_(!known),
      service_(new QComboBox(this)),
      name_(new QLineEdit(this)),
      url_(new QLineEdit(this)),
      key_(new QLineEdit(this)),
      track_(new QSpinBox(this)),
      hint_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      save_(new QPushButton(isNew_ ? tr("Add target") : tr("Save target"), this)) {
    setWindowTitle(isNew_ ? tr("Add a target") : tr("Change a target"));
    setMinimumWidth(kWidth);
    for (const auto& preset : targetPresets()) {
        service_->addItem(preset.name);
    }
    service_->setVisible(isNew_);
    name_->setMaxLength(60);
    url_->setPlaceholderText(QStringLiteral("rtmps://live.example/app"));
    key_->setEchoMode(QLineEdit::Password);
    key_->setPlaceholderText(isNew_ ? QString() : tr("Unchanged"));
    track_->setRange(1, kMostTracks);
    hint_->setFit(widgets::TextLabel::Fit::Wrap);
    hint_->setSecondary();
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme::kGap16);
    form->setVerticalSpacing(theme::kGap8);
    const auto add = [this, form](const QString& name, QWidget* field) {
        field->setAccessibleName(name);
        form->addRow(new widgets::TextLabel(name, theme::TextRole::Body, QFont::Normal, this), field);
    };
    if (isNew_) {
        add(tr("Service"), service_);
    }
    add(tr("Name"), name_);
    add(tr("Address"), url_);
    add(tr("Stream key"), key_);
    form->addRow(new QWidget(this), hint_);
    add(tr("Audio track"), track_);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    save_->setAccessibleName(save_->text());
    save_->setProperty("tone", QStringLiteral("primary"));
    save_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap16);
    layout->addLayout(form);
    layout->addLayout(buttons);
    connect(service_, &QComboBox::currentIndexChanged, this, &TargetDialog::choosePreset);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &QDialog::accept);
    for (QLineEdit* field : {name_, url_, key_}) {
        connect(field, &QLineEdit::textChanged, this, &TargetDialog::check);
    }
    if (known) {
        name_->setText(QString::fromStdString(known->name));
        url_->setText(QString::fromStdString(known->url));
        track_->setValue(static_cast<int>(known->audioTrack) + 1);
        hint_->setText(tr("An empty key leaves the key as it is."));
    } else {
        choosePreset();
    }
    check();
}

void TargetDialog::choosePreset() {
    const auto presets = targetPresets();
    const auto row = static_cast<std::size_t>(service_->currentIndex());
    const bool isCustom = row + 1 == presets.size();
    name_->setText(isCustom ? QString() : presets[row].name);
    url_->setText(presets[row].url);
    hint_->setText(presets[row].hint);
    check();
}

void TargetDialog::check() {
    const bool hasKey = !isNew_ || !key_->text().trimmed().isEmpty();
    save_->setEnabled(!name_->text().trimmed().isEmpty() && isAddress(url_->text()) && hasKey);
}

wire::NewTarget TargetDialog::added() const {
    wire::NewTarget target;
    target.name = name_->text().trimmed().toStdString();
    target.url = url_->text().trimmed().toStdString();
    target.streamKey = Secret(key_->text().trimmed().toStdString());
    target.audioTrack = track_->value() - 1;
    return target;
}

wire::TargetPatch TargetDialog::changes() const {
    wire::TargetPatch patch;
    patch.name = name_->text().trimmed().toStdString();
    patch.url = url_->text().trimmed().toStdString();
    patch.audioTrack = track_->value() - 1;
    if (!key_->text().trimmed().isEmpty()) {
        patch.streamKey = Secret(key_->text().trimmed().toStdString());
    }
    return patch;
}

}  // namespace footlight::channel
