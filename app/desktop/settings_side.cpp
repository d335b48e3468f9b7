#include "app/desktop/settings_side.h"

#include "app/desktop/app_context.h"
#include "app/desktop/broadcast.h"
#include "app/desktop/studio_side.h"
#include "ui/settings/channel_section.h"
#include "ui/settings/local_copy_section.h"
#include "ui/settings/relay_section.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/stream_section.h"

namespace footlight::desktop {

SettingsSide::SettingsSide(AppContext& context, StudioSide* studio, settings::SettingsPage& page)
    : QObject(&page), context_(context), studio_(studio), page_(page) {
    wireRelay();
    wireChannel();
    if (studio_ != nullptr) {
        using Phase = studio::BroadcastController::Phase;
        const auto show = [this](Phase phase) { page_.relay().setOnAir(phase != Phase::OffAir); };
        connect(&studio_->broadcast(), &studio::BroadcastController::phaseChanged, this, show);
        show(studio_->broadcast().phase());
    }
    const auto useEncoder = [this] {
        if (studio_ != nullptr) {
            studio_->broadcast().setEncoderSettings(encoderSettings(context_.settings));
        }
    };
    connect(&page_.stream(), &settings::StreamSection::changed, this, useEncoder);
    connect(&page_.localCopy(), &settings::LocalCopySection::changed, this, useEncoder);
    page_.localCopy().useFolder(QString::fromStdString(localCopyRule(context_.settings).folder.string()));
}

void SettingsSide::wireRelay() {
    connect(&page_.relay(), &settings::RelaySection::relayChosen, this, &SettingsSide::useRelay);
    connect(&page_.relay(), &settings::RelaySection::sharingChosen, this, &SettingsSide::useRelay);
    connect(&context_.client, &client::RelayClient::connectionChanged, this, &SettingsSide::showConnection);
    connect(&context_.link, &RelayLink::troubleChanged, this, [this](const QString& trouble) {
        if (trouble.isEmpty()) {
            showConnection();
        } else {
            page_.relay().showConnection({}, trouble);
        }
    });
    showConnection();
}

void SettingsSide::useRelay() {
    if (studio_ != nullptr) {
        studio_->broadcast().end();
    }
    // What cannot be an address was refused by the page.
    if (const auto used = context_.useRelay({}); !used) {
        page_.relay().showConnection({}, QString::fromStdString(used.error().message()));
    }
}

void SettingsSide::wireChannel() {
    connect(&page_.channel(), &settings::ChannelSection::rotateKeyAsked, this, [this] {
        context_.destination.rotateKey({this, [this](const Result<>& rotated) {
                                            page_.channel().showKeyRotated(
                                                rotated ? QString()
                                                        : QString::fromStdString(rotated.error().message()));
                                        }});
    });
    connect(&context_.client.api(), &client::RelayApi::signedIn, this, &SettingsSide::showIdentity);
    connect(&context_.client.api(), &client::RelayApi::signedOut, this, &SettingsSide::showIdentity);
    showIdentity();
}

void SettingsSide::showConnection() {
    const auto& relay = context_.client.relay();
    const bool isOnline = context_.client.state() == client::ConnectionState::Online;
    const QString trouble = isOnline || !context_.client.message().isEmpty() ? context_.client.message()
                                                                             : tr("Connecting to the relay.");
    page_.relay().showConnection(relay ? QString::fromStdString(relay->name) : QString(), trouble);
}

void SettingsSide::showIdentity() {
    const auto& session = context_.client.api().session();
    page_.channel().showIdentity(session ? QString::fromStdString(session->user.name) : QString(),
                                 session ? QString::fromStdString(session->channel) : QString());
}

}  // namespace footlight::desktop
