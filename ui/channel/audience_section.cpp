#include "ui/channel/audience_section.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <utility>

#include "ui/channel/channel_controller.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kFieldWidth = 320;
constexpr int kLifeWidth = 160;
constexpr qint64 kDay = 24;  // hours

}  // namespace

AudienceSection::AudienceSection(ChannelController& controller, QWidget* parent)
    : Section(tr("Who may watch"), {}, parent),
      controller_(controller),
      visibility_(new QComboBox(this)),
      rtmpPlay_(new QCheckBox(tr("Players may also fetch it over RTMP"), this)),
      life_(new QComboBox(this)),
      copyLink_(new QPushButton(theme::icon(QStringLiteral("link")), tr("Copy link"), this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    visibility_->addItem(tr("Everybody, listed on this relay"), static_cast<int>(wire::Visibility::Public));
    visibility_->addItem(tr("Everybody who has the address"), static_cast<int>(wire::Visibility::Unlisted));
    visibility_->addItem(tr("Only who has a link from me"), static_cast<int>(wire::Visibility::Protected));
    visibility_->setFixedWidth(kFieldWidth);
    rtmpPlay_->setAccessibleName(rtmpPlay_->text());
    addRow(tr("Visible to"), visibility_);
    addRow(tr("Link to watch"), makeLinkRow());
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
    connect(copyLink_, &QPushButton::clicked, this, &AudienceSection::askForLink);
    connect(&controller_, &ChannelController::settingsChanged, this, &AudienceSection::show);
    connect(&controller_, &ChannelController::linkMade, this, [this](const wire::PlaybackLink& link) {
        copy(QString::fromStdString(link.url),
             tr("Copied. It plays until %1.").arg(models::momentText(link.expiresAt)));
    });
    show({});
}

QWidget* AudienceSection::makeLinkRow() {
    for (const auto& [text, hours] :
         {std::pair{tr("for 1 hour"), qint64{1}}, std::pair{tr("for 24 hours"), kDay},
          std::pair{tr("for 7 days"), 7 * kDay}, std::pair{tr("for 30 days"), 30 * kDay},
          std::pair{tr("for a year"), 365 * kDay}}) {
        life_->addItem(text, hours);
    }
    life_->setCurrentIndex(1);
    life_->setFixedWidth(kLifeWidth);
    life_->setAccessibleName(tr("How long the link plays"));
    copyLink_->setAccessibleName(copyLink_->text());
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap8);
    row->addWidget(life_);
    row->addWidget(copyLink_);
    row->addStretch(1);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap8);
    column->addLayout(row);
    column->addWidget(outcome_);
    return holder;
}

void AudienceSection::askForLink() {
    if (life_->isHidden()) {
        copy(controller_.address(), tr("Copied. It plays whenever you are live."));
    } else {
        controller_.makeLink(life_->currentData().toLongLong());
    }
}

void AudienceSection::copy(const QString& link, const QString& outcome) {
    QGuiApplication::clipboard()->setText(link);
    outcome_->setText(outcome);
    outcome_->setToolTip(link);
}

void AudienceSection::show(const wire::ChannelSettings& settings) {
    visibility_->setCurrentIndex(visibility_->findData(static_cast<int>(settings.visibility)));
    rtmpPlay_->setChecked(settings.rtmpPlay);
    const bool isProtected = settings.visibility == wire::Visibility::Protected;
    life_->setVisible(isProtected);
    outcome_->setText(
        isProtected ? tr("Whoever has the link can watch: in Footlight under Watch > Open a link, and in "
                         "any player of HLS.")
                    : tr("It opens in Footlight under Watch > Open a link, and in any player of HLS."));
}

}  // namespace footlight::channel
