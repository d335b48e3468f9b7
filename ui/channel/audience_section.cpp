#include "ui/channel/audience_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/channel/channel_controller.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_field.h"

namespace footlight::channel {
namespace {

constexpr int kFieldWidth = 320;
constexpr qint64 kLinkHours = 24;

}  // namespace

AudienceSection::AudienceSection(ChannelController& controller, QWidget* parent)
    : Section(tr("Who may watch"), {}, parent),
      controller_(controller),
      visibility_(new QComboBox(this)),
      rtmpPlay_(new QCheckBox(tr("Players may also fetch it over RTMP"), this)),
      makeLink_(new QPushButton(theme::icon(QStringLiteral("link")), tr("Make a link for 24 hours"), this)),
      link_(new widgets::CopyField(tr("Link to watch"), this)) {
    visibility_->addItem(tr("Everybody, listed on this relay"), static_cast<int>(wire::Visibility::Public));
    visibility_->addItem(tr("Everybody who has the address"), static_cast<int>(wire::Visibility::Unlisted));
    visibility_->addItem(tr("Only who has a link from me"), static_cast<int>(wire::Visibility::Protected));
    visibility_->setFixedWidth(kFieldWidth);
    rtmpPlay_->setAccessibleName(rtmpPlay_->text());
    makeLink_->setAccessibleName(makeLink_->text());
    addRow(tr("Visible to"), visibility_);
    addRow({}, makeLinkRow());
    addRow(tr("Other players"), rtmpPlay_);
    connect(visibility_, &QComboBox::activated, this, [this] {
        wire::ChannelSettingsPatch patch;
        patch.visibility = static_cast<wire::Visibility>(visibility_->currentData().toInt());
        controller_.change(patch);
    });
    connect(rtmpPlay_, &QCheckBox::clicked, this, [this](bool isOn) {
        wire::ChannelSettingsPatch patch;
        patch.rtmpPlay = isOn;
        controller_.change(patch);
    });
    connect(makeLink_, &QPushButton::clicked, this, [this] { controller_.makeLink(kLinkHours); });
    connect(&controller_, &ChannelController::settingsChanged, this, &AudienceSection::show);
    connect(&controller_, &ChannelController::linkMade, this, [this](const wire::PlaybackLink& link) {
        link_->setText(QString::fromStdString(link.url));
        link_->show();
    });
    show({});
}

QWidget* AudienceSection::makeLinkRow() {
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(makeLink_);
    row->addWidget(link_, 1);
    row->addStretch();
    return holder;
}

void AudienceSection::show(const wire::ChannelSettings& settings) {
    visibility_->setCurrentIndex(visibility_->findData(static_cast<int>(settings.visibility)));
    rtmpPlay_->setChecked(settings.rtmpPlay);
    const bool isProtected = settings.visibility == wire::Visibility::Protected;
    makeLink_->parentWidget()->setVisible(isProtected);
    link_->setVisible(isProtected && !link_->text().isEmpty());
}

}  // namespace footlight::channel
