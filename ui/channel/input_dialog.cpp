#include "ui/channel/input_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QUrl>

namespace footlight::channel {
namespace {

constexpr qsizetype kShortestPassphrase = 10;

enum Kind { Udp, Srt, Rtmp };

Kind kindOf(const QString& url) {
    if (url.startsWith(QStringLiteral("srt:"))) {
        return Srt;
    }
    return url.startsWith(QStringLiteral("rtmp")) ? Rtmp : Udp;
}

bool isAddress(const QString& text, int kind) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return false;
    }
    switch (kind) {
        case Udp:
            return url.scheme() == QStringLiteral("udp") && url.port() > 0;
        case Srt:
            return url.scheme() == QStringLiteral("srt") && url.port() > 0;
        default:
            return (url.scheme() == QStringLiteral("rtmp") || url.scheme() == QStringLiteral("rtmps")) &&
                   url.path().size() > 1;
    }
}

}  // namespace

InputDialog::InputDialog(const std::optional<wire::ChannelInput>& known, QWidget* parent)
    : RouteDialog({known ? tr("Change a network input") : tr("Add a network input"),
                   known ? tr("Save input") : tr("Add input")},
                  parent),
      kind_(new QComboBox(this)),
      url_(new QLineEdit(this)),
      sources_(new QLineEdit(this)),
      passphrase_(new QLineEdit(this)),
      slot_(new QComboBox(this)) {
    kind_->addItems(
        {tr("MPEG-TS over UDP"), tr("SRT, called by the relay"), tr("RTMP, pulled by the relay")});
    slot_->addItem(tr("Primary"), static_cast<int>(wire::IngestSlot::Primary));
    slot_->addItem(tr("Backup"), static_cast<int>(wire::IngestSlot::Backup));
    passphrase_->setEchoMode(QLineEdit::Password);
    passphrase_->setMaxLength(79);
    passphrase_->setPlaceholderText(known && known->hasPassphrase ? tr("Unchanged") : tr("None"));
    sources_->setPlaceholderText(tr("Any"));
    addField(tr("Kind"), kind_);
    addField(tr("Address"), url_);
    addHint();
    addField(tr("Taken from"), sources_);
    addField(tr("Passphrase"), passphrase_);
    addField(tr("Publishes as"), slot_);
    if (known) {
        url_->setText(QString::fromStdString(known->url));
        kind_->setCurrentIndex(kindOf(url_->text()));
        slot_->setCurrentIndex(known->slot == wire::IngestSlot::Backup ? 1 : 0);
        QStringList from;
        for (const auto& source : known->sources) {
            from.append(QString::fromStdString(source));
        }
        sources_->setText(from.join(QStringLiteral(", ")));
    }
    connect(kind_, &QComboBox::currentIndexChanged, this, &InputDialog::chooseKind);
    connect(url_, &QLineEdit::textChanged, this, &InputDialog::check);
    connect(passphrase_, &QLineEdit::textChanged, this, &InputDialog::check);
    chooseKind();
}

void InputDialog::chooseKind() {
    const int kind = kind_->currentIndex();
    sources_->setEnabled(kind == Udp);
    passphrase_->setEnabled(kind == Srt);
    switch (kind) {
        case Udp:
            url_->setPlaceholderText(QStringLiteral("udp://239.1.1.1:5004"));
            setHint(tr("The relay listens there; a multicast address is joined."));
            break;
        case Srt:
            url_->setPlaceholderText(QStringLiteral("srt://encoder.example:9000"));
            setHint(tr("The relay calls this address. A passphrase has 10 to 79 characters."));
            break;
        default:
            url_->setPlaceholderText(QStringLiteral("rtmp://studio.example/live/name"));
            setHint(tr("The relay plays this stream and shows it as yours."));
            break;
    }
    check();
}

void InputDialog::check() {
    const auto length = passphrase_->text().size();
    const bool passphraseFits = kind_->currentIndex() != Srt || length == 0 || length >= kShortestPassphrase;
    setComplete(isAddress(url_->text(), kind_->currentIndex()) && passphraseFits);
}

std::vector<std::string> InputDialog::sources() const {
    std::vector<std::string> found;
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    if (kind_->currentIndex() == Udp) {
        for (const auto& source : sources_->text().split(kBetween, Qt::SkipEmptyParts)) {
            found.push_back(source.toStdString());
        }
    }
    return found;
}

wire::IngestSlot InputDialog::slot() const {
    return static_cast<wire::IngestSlot>(slot_->currentData().toInt());
}

wire::NewChannelInput InputDialog::added() const {
    wire::NewChannelInput input;
    input.url = url_->text().trimmed().toStdString();
    input.slot = slot();
    input.sources = sources();
    if (kind_->currentIndex() == Srt && !passphrase_->text().isEmpty()) {
        input.passphrase = Secret(passphrase_->text().toStdString());
    }
    return input;
}

wire::ChannelInputPatch InputDialog::changes() const {
    wire::ChannelInputPatch patch;
    patch.url = url_->text().trimmed().toStdString();
    patch.slot = slot();
    patch.sources = sources();
    if (kind_->currentIndex() == Srt && !passphrase_->text().isEmpty()) {
        patch.passphrase = Secret(passphrase_->text().toStdString());
    }
    return patch;
}

}  // namespace footlight::channel
