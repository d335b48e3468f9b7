#include "ui/channel/away_section.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <utility>

#include "ui/channel/channel_controller.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kFieldWidth = 160;
constexpr QSize kPreview{192, 108};
constexpr qint64 kMostBytes = 50LL * 1024 * 1024;

}  // namespace

AwaySection::AwaySection(ChannelController& controller, QWidget* parent)
    : Section(tr("When the encoder is away"),
              tr("A connection that breaks does not end the broadcast: viewers see the picture below until "
                 "the encoder is back."),
              parent),
      controller_(controller),
      grace_(new QSpinBox(this)),
      picture_(new QLabel(this)),
      about_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      choose_(new QPushButton(theme::icon(QStringLiteral("image")), tr("Choose a picture or clip…"), this)),
      remove_(new QPushButton(tr("Use the relay's own"), this)) {
    grace_->setRange(0, 3600);
    grace_->setSingleStep(10);
    grace_->setSuffix(tr(" s"));
    grace_->setFixedWidth(kFieldWidth);
    // A value that is being typed is not meant yet.
    grace_->setKeyboardTracking(false);
    addRow(tr("Wait for it"), grace_, tr("After that the broadcast is over. 0 ends it at once."));
    addRow(tr("Picture"), makeSlate());
    connect(grace_, &QSpinBox::valueChanged, this, [this](int seconds) {
        wire::ChannelSettingsPatch patch;
        patch.graceSeconds = seconds;
        controller_.change(patch);
    });
    connect(choose_, &QPushButton::clicked, this, &AwaySection::choose);
    connect(remove_, &QPushButton::clicked, &controller_, &ChannelController::removeSlate);
    connect(&controller_, &ChannelController::settingsChanged, this, &AwaySection::show);
    connect(&controller_, &ChannelController::slateChanged, this, &AwaySection::showSlate);
    connect(&controller_, &ChannelController::failed, this, [this](const QString& message) {
        // Others fail too; the window says what they do.
        if (std::exchange(isSending_, false)) {
            about_->setText(message);
        }
    });
    show({});
    showSlate({});
}

QWidget* AwaySection::makeSlate() {
    auto* holder = new QWidget(this);
    picture_->setFixedSize(kPreview);
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setProperty("surface", QStringLiteral("raised"));
    picture_->setAccessibleName(tr("What viewers see"));
    about_->setFit(widgets::TextLabel::Fit::Wrap);
    about_->setSecondary();
    choose_->setAccessibleName(tr("Choose a picture or clip"));
    remove_->setAccessibleName(remove_->text());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addWidget(choose_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap8);
    column->addWidget(picture_);
    column->addLayout(buttons);
    column->addWidget(about_);
    return holder;
}

void AwaySection::show(const wire::ChannelSettings& settings) {
    const QSignalBlocker quiet(grace_);
    grace_->setValue(static_cast<int>(settings.graceSeconds));
}

void AwaySection::showSlate(const QByteArray& bytes) {
    isSending_ = false;
    remove_->setVisible(!bytes.isEmpty());
    QPixmap picture;
    if (!bytes.isEmpty() && picture.loadFromData(bytes)) {
        const qreal scale = devicePixelRatioF();
        picture = picture.scaled(kPreview * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        picture.setDevicePixelRatio(scale);
        picture_->setPixmap(picture);
        about_->setText(models::bytesText(bytes.size()));
        return;
    }
    picture_->setPixmap(theme::icon(bytes.isEmpty() ? QStringLiteral("image") : QStringLiteral("media"))
                            .pixmap(theme::kIconSize * 2, theme::kIconSize * 2));
    about_->setText(bytes.isEmpty() ? tr("The relay shows its own picture: “Back in a moment”.")
                                    : tr("A clip, %1").arg(models::bytesText(bytes.size())));
}

void AwaySection::choose() {
    auto* dialog = new QFileDialog(this, tr("Picture or clip for viewers"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures and clips (*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.webm *.mkv "
                               "*.ts *.flv)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AwaySection::useFile);
    widgets::openAccountDialog(*dialog);
}

void AwaySection::useFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        about_->setText(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return;
    }
    if (file.size() > kMostBytes) {
        about_->setText(
            tr("The file has %1. The relay takes up to 50 MB.").arg(models::bytesText(file.size())));
        return;
    }
    about_->setText(tr("Sending…"));
    isSending_ = true;
    controller_.setSlate(file.readAll());
}

}  // namespace footlight::channel
