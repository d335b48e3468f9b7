#include "ui/people/profile_page.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QUrl>

#include "ui/models/wording.h"
#include "ui/people/follow_button.h"
#include "ui/people/follows.h"
#include "ui/people/profile.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kReadable = 820;
constexpr int kAvatar = 80;
constexpr double kBannerShape = 4;
/// Of recordings, until more are asked for.
constexpr std::size_t kFewRecordings = 8;

widgets::TextLabel* makeLabel(theme::TextRole role, QFont::Weight weight, QWidget* parent) {
    auto* label = new widgets::TextLabel({}, role, weight, parent);
    label->setFit(widgets::TextLabel::Fit::Wrap);
    return label;
}

void clear(QWidget& holder) { qDeleteAll(holder.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)); }

QVBoxLayout* columnOf(QWidget* holder, int gap) {
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    return column;
}

}  // namespace

ProfilePage::ProfilePage(Profile& profile, Follows& follows, pictures::Pictures& pictures, QWidget* parent)
    : QWidget(parent),
      profile_(profile),
      follows_(follows),
      pictures_(pictures),
      banner_(new widgets::PictureView(kBannerShape, this)),
      avatar_(new widgets::AvatarView(kAvatar, this)),
      name_(makeLabel(theme::TextRole::Title, QFont::DemiBold, this)),
      title_(makeLabel(theme::TextRole::Section, QFont::Normal, this)),
      facts_(makeLabel(theme::TextRole::Body, QFont::Normal, this)),
      about_(makeLabel(theme::TextRole::Body, QFont::Normal, this)),
      nothing_(makeLabel(theme::TextRole::Body, QFont::Normal, this)),
      follow_(new FollowButton(follows, this)),
      watch_(new QPushButton(theme::icon(QStringLiteral("play"), theme::IconTone::OnAccent), tr("Watch"),
                             this)) {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    auto* narrow = new QWidget(content);
    narrow->setMaximumWidth(kReadable);
    auto* column = columnOf(narrow, theme::kGap12);
    column->addWidget(banner_);
    column->addWidget(makeHead());
    column->addWidget(makeBody());
    column->addWidget(makeRecordings());
    column->addStretch(1);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addWidget(narrow, 1);
    row->addStretch(0);
    area->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    connect(watch_, &QPushButton::clicked, this, [this] { Q_EMIT watchAsked(profile_.name()); });
    connect(&profile_, &Profile::changed, this, &ProfilePage::showProfile);
    connect(&profile_, &Profile::failed, this, &ProfilePage::notice);
    connect(&follows_, &Follows::changed, this, &ProfilePage::showSchedule);
    for (auto* store : {&pictures_.faces, &pictures_.banners}) {
        connect(store, &pictures::PictureStore::loaded, this, &ProfilePage::showPictures);
    }
    showProfile();
}

QWidget* ProfilePage::makeHead() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    facts_->setSecondary();
    watch_->setProperty("tone", QStringLiteral("primary"));
    watch_->setAccessibleName(watch_->text());
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kGap4);
    words->addWidget(name_);
    words->addWidget(title_);
    words->addWidget(facts_);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap16);
    row->setSpacing(theme::kGap8);
    row->addWidget(avatar_, 0, Qt::AlignTop);
    row->addSpacing(theme::kGap8);
    row->addLayout(words, 1);
    row->addWidget(follow_, 0, Qt::AlignTop);
    row->addWidget(watch_, 0, Qt::AlignTop);
    return card;
}

QWidget* ProfilePage::makeBody() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    auto* column = columnOf(card, theme::kGap12);
    column->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap24);
    nothing_->setSecondary();
    links_ = new QWidget(card);
    columnOf(links_, theme::kGap4);
    schedule_ = new QWidget(card);
    columnOf(schedule_, theme::kGap8);
    noSchedule_ =
        new widgets::TextLabel(tr("Nothing is announced."), theme::TextRole::Body, QFont::Normal, card);
    noSchedule_->setSecondary();
    calendar_ = new QPushButton(theme::icon(QStringLiteral("download")), tr("Save as a calendar…"), card);
    calendar_->setAccessibleName(tr("Save the schedule as a calendar"));
    remind_ = new QPushButton(theme::icon(QStringLiteral("bell")), tr("Remind me"), card);
    remind_->setAccessibleName(tr("Remind me before each of these begins"));
    remind_->setToolTip(tr("Follows the channel: you are told 15 minutes before"));
    connect(calendar_, &QPushButton::clicked, this, &ProfilePage::saveCalendar);
    connect(remind_, &QPushButton::clicked, this, [this] { follows_.follow(profile_.name()); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addWidget(remind_);
    buttons->addWidget(calendar_);
    buttons->addStretch(1);
    column->addWidget(new widgets::TextLabel(tr("About"), theme::TextRole::Section, QFont::DemiBold, card));
    column->addWidget(about_);
    column->addWidget(nothing_);
    column->addWidget(links_);
    column->addSpacing(theme::kGap8);
    column->addWidget(
        new widgets::TextLabel(tr("Schedule"), theme::TextRole::Section, QFont::DemiBold, card));
    column->addWidget(schedule_);
    column->addWidget(noSchedule_);
    column->addLayout(buttons);
    return card;
}

QWidget* ProfilePage::makeRecordings() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    auto* column = columnOf(card, theme::kGap8);
    column->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap24);
    recordings_ = new QWidget(card);
    recordings_->setAccessibleName(tr("Recordings"));
    columnOf(recordings_, theme::kGap4);
    noRecordings_ =
        new widgets::TextLabel(tr("Nothing is kept yet."), theme::TextRole::Body, QFont::Normal, card);
    noRecordings_->setSecondary();
    more_ = new QPushButton(card);
    more_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(more_, &QPushButton::clicked, this, [this] {
        showsAllOf_ = profile_.name();
        showRecordings();
    });
    column->addWidget(
        new widgets::TextLabel(tr("Recordings"), theme::TextRole::Section, QFont::DemiBold, card));
    column->addWidget(recordings_);
    column->addWidget(noRecordings_);
    column->addWidget(more_);
    return card;
}

void ProfilePage::showRecordings() {
    clear(*recordings_);
    const auto& all = profile_.recordings();
    const bool showsAll = showsAllOf_ == profile_.name();
    const auto shown = showsAll ? all.size() : std::min(all.size(), kFewRecordings);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& recording = all[i];
        const QString title =
            QString::fromStdString(recording.title.empty() ? recording.channel : recording.title);
        const auto length = std::chrono::seconds(recording.durationMs / 1000);
        const QString text =
            tr("%1   %2, %3").arg(models::momentText(recording.startedAt), title, models::clockText(length));
        auto* row =
            new QPushButton(theme::icon(QStringLiteral("play")),
                            QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), recordings_);
        row->setProperty("tone", QStringLiteral("quiet"));
        row->setAccessibleName(tr("Play %1").arg(text));
        row->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(row, &QPushButton::clicked, this,
                [this, address = QString::fromStdString(recording.playback), title] {
                    Q_EMIT playAsked(address, title);
                });
        recordings_->layout()->addWidget(row);
    }
    recordings_->setVisible(shown > 0);
    noRecordings_->setVisible(all.empty());
    more_->setVisible(shown < all.size());
    more_->setText(tr("Show all %n recordings", nullptr, static_cast<int>(all.size())));
    more_->setAccessibleName(more_->text());
}

void ProfilePage::showProfile() {
    const auto& channel = profile_.channel();
    const auto& about = profile_.about();
    name_->setText(profile_.name());
    title_->setText(channel ? QString::fromStdString(channel->title) : QString());
    title_->setVisible(!title_->text().isEmpty());
    QStringList facts;
    if (channel && channel->live) {
        facts << tr("live, %1").arg(models::viewersText(channel->viewers));
    }
    if (channel && channel->followers) {
        facts << tr("%n follower(s)", nullptr, static_cast<int>(*channel->followers));
    }
    if (about && !about->category.empty()) {
        facts << QString::fromStdString(about->category);
    }
    for (const auto& tag : about ? about->tags : std::vector<std::string>()) {
        facts << QLatin1Char('#') + QString::fromStdString(tag);
    }
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    about_->setText(about ? QString::fromStdString(about->description) : QString());
    about_->setVisible(!about_->text().isEmpty());
    nothing_->setText(about ? tr("%1 has not written about this channel yet.").arg(profile_.name())
                            : tr("Asking the relay…"));
    nothing_->setVisible(!about_->isVisibleTo(this));
    follow_->setChannel(profile_.name());
    watch_->setVisible(channel && channel->live);
    showPictures();
    showLinks();
    showSchedule();
    showRecordings();
    widgets::tabInLayoutOrder(*this);
}

void ProfilePage::showPictures() {
    const auto& channel = profile_.channel();
    const auto shown = [](pictures::PictureStore& store, const std::optional<std::string>& hash) {
        return hash ? store.picture(pictures::pathOfPicture(*hash)) : QPixmap();
    };
    avatar_->setName(profile_.name());
    avatar_->setPicture(channel ? shown(pictures_.faces, channel->avatar) : QPixmap());
    banner_->setPicture(channel ? shown(pictures_.banners, channel->banner) : QPixmap());
    banner_->setVisible(channel && channel->banner);
}

void ProfilePage::showLinks() {
    clear(*links_);
    const auto& about = profile_.about();
    for (const auto& link : about ? about->links : std::vector<wire::PageLink>()) {
        const QString name = QString::fromStdString(link.name);
        auto* button = new QPushButton(theme::icon(QStringLiteral("link")),
                                       QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")), links_);
        button->setProperty("tone", QStringLiteral("quiet"));
        button->setAccessibleName(tr("Link: %1").arg(name));
        button->setToolTip(Qt::convertFromPlainText(QString::fromStdString(link.url)));
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, link] { openLink(link); });
        links_->layout()->addWidget(button);
    }
    links_->setVisible(about && !about->links.empty());
}

void ProfilePage::openLink(const wire::PageLink& link) {
    const QUrl url(QString::fromStdString(link.url), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        Q_EMIT notice(tr("This link leads nowhere that Footlight would open."));
        return;
    }
    // Encoded: letters of other alphabets that look like those of a host that one knows are not shown as
    // such.
    auto* question = new widgets::ConfirmDialog(
        {tr("Open %1 in the browser?").arg(url.host(QUrl::FullyEncoded)),
         QString::fromLatin1(url.toEncoded()), tr("Open the page"), tr("Stay here")},
        QStringLiteral("primary"), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [url] { QDesktopServices::openUrl(url); });
    question->open();
}

void ProfilePage::showSchedule() {
    clear(*schedule_);
    for (const auto& entry : profile_.schedule()) {
        const QString title = QString::fromStdString(entry.title);
        auto* row = new widgets::TextLabel(tr("%1   %2").arg(models::momentText(entry.startsAt), title),
                                           theme::TextRole::Body, QFont::Normal, schedule_);
        row->setFit(widgets::TextLabel::Fit::Wrap);
        schedule_->layout()->addWidget(row);
    }
    const bool any = !profile_.schedule().empty();
    schedule_->setVisible(any);
    noSchedule_->setVisible(!any);
    calendar_->setVisible(any);
    const QString name = profile_.name();
    remind_->setVisible(any && follows_.canFollow(name) && !follows_.has(name));
}

void ProfilePage::saveCalendar() {
    auto* dialog = new QFileDialog(this, tr("Save the schedule of %1").arg(profile_.name()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(profile_.name() + QStringLiteral(".ics"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        profile_.fetchCalendar({this, [this, path](const Result<QByteArray>& calendar) {
                                    QSaveFile file(path);
                                    if (!calendar) {
                                        Q_EMIT notice(QString::fromStdString(calendar.error().message()));
                                    } else if (!file.open(QIODevice::WriteOnly) ||
                                               file.write(*calendar) != calendar->size() || !file.commit()) {
                                        Q_EMIT notice(
                                            tr("%1 cannot be written: %2.").arg(path, file.errorString()));
                                    }
                                }});
    });
    dialog->open();
}

}  // namespace footlight::people
