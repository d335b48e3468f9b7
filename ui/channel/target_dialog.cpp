#include "ui/channel/target_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QUrl>

#include "ui/channel/target_presets.h"

namespace footlight::channel {
namespace {

constexpr int kMostTracks = 16;

bool isAddress(const QString& text) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.path().size() > 1 &&
           (url.scheme() == QStringLiteral("rtmp") || url.scheme() == QStringLiteral("rtmps"));
}

}  // namespace

TargetDialog::TargetDialog(const std::optional<wire::Target>& known, QWidget* parent)
    : RouteDialog(
          {known ? tr("Change a target") : tr("Add a target"), known ? tr("Save target") : tr("Add target")},
          parent),
      isNew_(!known),
      service_(new QComboBox(this)),
      name_(new QLineEdit(this)),
      url_(new QLineEdit(this)),
      key_(new QLineEdit(this)),
      track_(new QSpinBox(this)) {
    for (const auto& preset : targetPresets()) {
        service_->addItem(preset.name);
    }
    service_->setVisible(isNew_);
    name_->setMaxLength(60);
    url_->setPlaceholderText(QStringLiteral("rtmps://live.example/app"));
    key_->setEchoMode(QLineEdit::Password);
    key_->setPlaceholderText(isNew_ ? QString() : tr("Unchanged"));
    track_->setRange(1, kMostTracks);
    if (isNew_) {
        addField(tr("Service"), service_);
    }
    addField(tr("Name"), name_);
    addField(tr("Address"), url_);
    addField(tr("Stream key"), key_);
    addHint();
    addField(tr("Audio track"), track_);
    connect(service_, &QComboBox::currentIndexChanged, this, &TargetDialog::choosePreset);
    for (QLineEdit* field : {name_, url_, key_}) {
        connect(field, &QLineEdit::textChanged, this, &TargetDialog::check);
    }
    if (known) {
        name_->setText(QString::fromStdString(known->name));
        url_->setText(QString::fromStdString(known->url));
        track_->setValue(static_cast<int>(known->audioTrack) + 1);
        setHint(tr("An empty key leaves the key as it is."));
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
    setHint(presets[row].hint);
    check();
}

void TargetDialog::check() {
    const bool hasKey = !isNew_ || !key_->text().trimmed().isEmpty();
    setComplete(!name_->text().trimmed().isEmpty() && isAddress(url_->text()) && hasKey);
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
