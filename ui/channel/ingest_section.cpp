#include "ui/channel/ingest_section.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/channel/channel_controller.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_field.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kNameWidth = 128;

}  // namespace

IngestSection::IngestSection(ChannelController& controller, QWidget* parent)
    : Section(tr("Publish from elsewhere"),
              tr("The Studio needs none of this. OBS, a hardware encoder or a phone publish to one of these "
                 "addresses with your stream key; a second encoder goes to a backup address."),
              parent),
      list_(new QVBoxLayout),
      copyKey_(new QPushButton(theme::icon(QStringLiteral("copy")), tr("Copy the stream key"), this)),
      rotateKey_(new QPushButton(theme::icon(QStringLiteral("key")), tr("Rotate…"), this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)) {
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    auto* holder = new QWidget(this);
    holder->setLayout(list_);
    addWide(holder);
    addWide(makeKey());
    connect(&controller, &ChannelController::ingestChanged, this, &IngestSection::show);
    connect(&controller, &ChannelController::channelChanged, this, [this](const QString& channel) {
        copyKey_->setEnabled(!channel.isEmpty());
        rotateKey_->setEnabled(!channel.isEmpty());
        show({});
    });
    copyKey_->setEnabled(!controller.channel().isEmpty());
    rotateKey_->setEnabled(!controller.channel().isEmpty());
}

QWidget* IngestSection::makeKey() {
    copyKey_->setAccessibleName(copyKey_->text());
    rotateKey_->setAccessibleName(tr("Rotate the stream key in the settings"));
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    outcome_->setText(tr("Whoever has the key can go live as you."));
    connect(copyKey_, &QPushButton::clicked, this, &IngestSection::copyKeyAsked);
    connect(rotateKey_, &QPushButton::clicked, this, &IngestSection::rotateKeyAsked);
    auto* key = new QWidget(this);
    auto* row = new QHBoxLayout(key);
    row->setContentsMargins(0, theme::kGap8, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(copyKey_);
    row->addWidget(rotateKey_);
    row->addWidget(outcome_, 1);
    return key;
}

void IngestSection::show(const wire::IngestAddresses& addresses) {
    while (QLayoutItem* item = list_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    add(tr("RTMPS"), addresses.rtmps.value_or(std::string()));
    add(tr("RTMP"), addresses.rtmp);
    add(tr("Backup, RTMPS"), addresses.rtmpsBackup.value_or(std::string()));
    add(tr("Backup, RTMP"), addresses.rtmpBackup);
    if (addresses.srt) {
        add(tr("SRT"), *addresses.srt);
        addHint(tr("The stream id is the stream key; a backup's is “backup/” and the key."));
    }
    if (addresses.srtHasPassphrase) {
        addHint(*addresses.srtHasPassphrase
                    ? tr("The encoder also needs the relay's SRT passphrase, from whoever runs the relay.")
                    : tr("From other machines the relay refuses SRT until it has a passphrase: whoever runs "
                         "it sets "
                         "srt.passphrase (10 to 79 characters) in its configuration and starts it again."));
    }
}

void IngestSection::add(const QString& name, const std::string& address) {
    if (address.empty()) {
        return;
    }
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap16);
    auto* label = new widgets::TextLabel(name, theme::TextRole::Body, QFont::Normal, line);
    label->setFixedWidth(kNameWidth);
    auto* field = new widgets::CopyField(name, line);
    field->setText(QString::fromStdString(address));
    row->addWidget(label);
    row->addWidget(field, 1);
    list_->addWidget(line);
}

/// Below the address that it is about.
void IngestSection::addHint(const QString& sentence) {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* hint = new widgets::TextLabel(sentence, theme::TextRole::Caption, QFont::Normal, line);
    hint->setFit(widgets::TextLabel::Fit::Wrap);
    hint->setSecondary();
    row->addSpacing(kNameWidth + theme::kGap16);
    row->addWidget(hint, 1);
    list_->addWidget(line);
}

void IngestSection::showKeyCopied(const QString& problem) {
    outcome_->setText(problem.isEmpty() ? tr("Copied. Paste it where the encoder asks for a stream key.")
                                        : problem);
}

}  // namespace footlight::channel
