#include "ui/settings/relay_section.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>
#include <QRadioButton>

#include "core/client/relay_client.h"
#include "ui/models/settings_store.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::settings {
namespace {

const QString kBundled = QStringLiteral("bundled");
const QString kAddress = QStringLiteral("address");
/// Of a check box or radio button, up to its text.
constexpr int kIndicatorWidth = 32;

/// Where the network finds this computer.
QString addressesHere() {
    constexpr qsizetype kMost = 3;
    QStringList found;
    for (const auto& address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() &&
            !address.isLinkLocal() && found.size() < kMost) {
            found.append(address.toString());
        }
    }
    return found.isEmpty() ? RelaySection::tr("it has no address on a network now")
                           : found.join(QStringLiteral(", "));
}

}  // namespace

RelaySection::RelaySection(models::SettingsStore& settings, QWidget* parent)
    : Section(tr("Relay"), tr("The relay takes your stream and hands it to everybody who watches."), parent),
      settings_(settings),
      own_(new QRadioButton(tr("This computer"), this)),
      shared_(new QCheckBox(tr("Let others on this network watch and publish"), this)),
      other_(new QRadioButton(tr("Another relay"), this)),
      address_(new QLineEdit(this)),
      use_(new QPushButton(tr("Use this relay"), this)),
      mark_(new widgets::IconView(QStringLiteral("info"), theme::IconTone::Plain, this)),
      status_(new widgets::TextLabel(tr("Not connected"), theme::TextRole::Body, QFont::Normal, this)),
      onAir_(new widgets::TextLabel(tr("You are on air. End the broadcast to change the relay."),
                                    theme::TextRole::Caption, QFont::Normal, this)) {
    own_->setAccessibleName(own_->text());
    other_->setAccessibleName(other_->text());
    const bool bundled = settings_.value(models::keys::kRelayKind, kBundled).toString() != kAddress;
    (bundled ? own_ : other_)->setChecked(true);
    address_->setText(settings_.value(models::keys::kRelayAddress, QString()).toString());
    address_->setPlaceholderText(QStringLiteral("studio.example:8080"));
    address_->setAccessibleName(tr("Address of the relay"));
    address_->setMaxLength(255);
    use_->setAccessibleName(use_->text());
    shared_->setAccessibleName(shared_->text());
    shared_->setChecked(settings_.value(models::keys::kRelayShared, false).toBool());
    status_->setFit(widgets::TextLabel::Fit::Wrap);
    onAir_->setFit(widgets::TextLabel::Fit::Wrap);
    onAir_->setSecondary();
    auto* state = new QWidget(this);
    auto* row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(mark_);
    row->addWidget(status_, 1);
    auto* place = new QWidget(this);
    auto* field = new QHBoxLayout(place);
    field->setContentsMargins(0, 0, 0, 0);
    field->setSpacing(theme::kGap8);
    field->addWidget(address_, 1);
    field->addWidget(use_);
    addRow(tr("Connection"), state);
    addRow(tr("Broadcast through"), own_);
    addRow({}, makeSharing());
    addRow({}, other_);
    addRow({}, place);
    addRow({}, onAir_);
    connect(own_, &QRadioButton::toggled, this, &RelaySection::showChoice);
    connect(shared_, &QCheckBox::clicked, this, &RelaySection::chooseSharing);
    connect(own_, &QRadioButton::clicked, this, &RelaySection::choose);
    connect(use_, &QPushButton::clicked, this, &RelaySection::choose);
    connect(address_, &QLineEdit::returnPressed, this, &RelaySection::choose);
    showChoice();
}

/// Belongs to the choice above it, so it stands further in.
QWidget* RelaySection::makeSharing() {
    auto* holder = new QWidget(this);
    auto* hint = new widgets::TextLabel(
        tr("They reach this relay at ports 1935 (publishing), 8080 (the address for their Footlight) and "
           "8081 (watching) of this computer: %1. Changing this starts the relay again.")
            .arg(addressesHere()),
        theme::TextRole::Caption, QFont::Normal, holder);
    hint->setFit(widgets::TextLabel::Fit::Wrap);
    hint->setSecondary();
    hint->setContentsMargins(kIndicatorWidth, 0, 0, 0);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(kIndicatorWidth, 0, 0, theme::kGap8);
    layout->setSpacing(0);
    layout->addWidget(shared_);
    layout->addWidget(hint);
    return holder;
}

void RelaySection::setOnAir(bool isOnAir) {
    isOnAir_ = isOnAir;
    showChoice();
}

void RelaySection::showChoice() {
    own_->setEnabled(!isOnAir_);
    other_->setEnabled(!isOnAir_);
    address_->setEnabled(!isOnAir_ && other_->isChecked());
    use_->setEnabled(!isOnAir_ && other_->isChecked());
    shared_->setEnabled(!isOnAir_ && own_->isChecked());
    onAir_->setVisible(isOnAir_);
}

void RelaySection::chooseSharing() {
    settings_.setValue(models::keys::kRelayShared, shared_->isChecked());
    Q_EMIT sharingChosen(shared_->isChecked());
}

void RelaySection::choose() {
    const QString address = address_->text().trimmed();
    if (own_->isChecked()) {
        settings_.setValue(models::keys::kRelayKind, kBundled);
        Q_EMIT relayChosen(true, {});
        return;
    }
    if (!client::hubUrlFromText(address).isValid()) {
        showConnection({},
                       tr("“%1” is no address of a relay. It looks like studio.example or 192.168.1.20:8080.")
                           .arg(address.left(60)));
        address_->setFocus();
        return;
    }
    settings_.setValue(models::keys::kRelayKind, kAddress);
    settings_.setValue(models::keys::kRelayAddress, address);
    Q_EMIT relayChosen(false, address);
}

void RelaySection::showConnection(const QString& relay, const QString& trouble) {
    const bool well = trouble.isEmpty();
    mark_->setIcon(well ? QStringLiteral("check") : QStringLiteral("warning"),
                   well ? theme::IconTone::Good : theme::IconTone::Care);
    status_->setText(well ? tr("Connected to %1").arg(relay) : trouble);
    status_->setAccessibleName(status_->text());
}

}  // namespace footlight::settings
