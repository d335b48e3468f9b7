#include "ui/people/home_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/models/wording.h"
#include "ui/people/chip_row.h"
#include "ui/people/directory.h"
#include "ui/people/directory_model.h"
#include "ui/people/follows.h"
#include "ui/people/friends_watching_part.h"
#include "ui/people/upcoming.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/channel_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kSearchWidth = 360;

bool isFiltered(const client::DirectoryQuery& query) { return query != client::DirectoryQuery{}; }

}  // namespace

HomePage::HomePage(const Sources& sources, QWidget* parent)
    : QWidget(parent),
      directory_(sources.directory),
      follows_(sources.follows),
      upcoming_(sources.upcoming),
      friends_(new FriendsWatchingPart(sources.watching, sources.friends, sources.faces, this)),
      live_(new DirectoryModel(sources.faces, this)),
      following_(new DirectoryModel(sources.faces, this)),
      others_(new DirectoryModel(sources.faces, this)),
      onAirCard_(new QFrame(this)),
      onAirText_(new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, onAirCard_)),
      search_(new QLineEdit(this)),
      categories_(new ChipRow(tr("Category"), this)),
      tags_(new ChipRow(tr("Tag"), this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-stage"), {}, {}, this)),
      stack_(new QStackedWidget(this)) {
    connect(empty_, &widgets::EmptyState::actionTriggered, this, [this] {
        if (isFiltered(directory_.query())) {
            search_->clear();
            directory_.filterCategory({});
            directory_.filterTag({});
        } else {
            Q_EMIT studioAsked();
        }
    });
    stack_->addWidget(empty_);
    stack_->addWidget(makeParts());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(makeOnAirCard());
    layout->addWidget(makeFilters());
    layout->addWidget(stack_, 1);
    auto* studio = new QAction(theme::icon(QStringLiteral("live")), tr("Go live in the Studio"), this);
    connect(studio, &QAction::triggered, this, &HomePage::studioAsked);
    auto* find = new QAction(theme::icon(QStringLiteral("search")), tr("Find a channel"), this);
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(find, &QAction::triggered, search_, [this] { search_->setFocus(); });
    addActions({studio, find});
    connect(&directory_, &Directory::changed, this, &HomePage::showDirectory);
    connect(&follows_, &Follows::changed, this, &HomePage::showDirectory);
    connect(&upcoming_, &Upcoming::changed, this, &HomePage::showUpcoming);
    showDirectory();
    showUpcoming();
    setOnAir({});
}

QWidget* HomePage::makeOnAirCard() {
    onAirCard_->setProperty("surface", QStringLiteral("card"));
    auto* open = new QPushButton(tr("Open the Studio"), onAirCard_);
    open->setAccessibleName(tr("Open the Studio"));
    connect(open, &QPushButton::clicked, this, &HomePage::studioAsked);
    auto* row = new QHBoxLayout(onAirCard_);
    row->setContentsMargins(theme::kGap16, theme::kGap12, theme::kGap16, theme::kGap12);
    row->setSpacing(theme::kGap12);
    row->addWidget(new widgets::IconView(QStringLiteral("live"), theme::IconTone::OnAir, onAirCard_));
    row->addWidget(onAirText_, 1);
    row->addWidget(open);
    auto* holder = new QWidget(this);
    auto* around = new QHBoxLayout(holder);
    around->setContentsMargins(0, 0, theme::kGap16, 0);
    around->addWidget(onAirCard_);
    return holder;
}

QWidget* HomePage::makeFilters() {
    auto* holder = new QWidget(this);
    search_->setPlaceholderText(tr("Find a channel"));
    search_->setAccessibleName(tr("Find a channel"));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(kSearchWidth);
    search_->setMaxLength(100);
    connect(search_, &QLineEdit::textChanged, &directory_, &Directory::search);
    connect(categories_, &ChipRow::chosen, &directory_, &Directory::filterCategory);
    connect(tags_, &ChipRow::chosen, &directory_, &Directory::filterTag);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap12);
    row->addWidget(search_);
    row->addWidget(categories_, 1);
    row->addStretch(0);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, theme::kGap16, 0);
    column->setSpacing(theme::kGap4);
    column->addLayout(row);
    column->addWidget(tags_);
    return holder;
}

QWidget* HomePage::makeParts() {
    auto* area = new QScrollArea(stack_);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, theme::kGap8, 0);
    column->setSpacing(theme::kGap8);
    auto* soon = new QWidget(content);
    auto* list = new QVBoxLayout(soon);
    list->setContentsMargins(0, 0, theme::kGap8, theme::kGap8);
    list->setSpacing(theme::kGap4);
    livePart_ = addPart(*column, tr("Live now"), makeGrid(*live_));
    column->addWidget(friends_);
    connect(friends_, &FriendsWatchingPart::watchAsked, this, &HomePage::watchAsked);
    connect(friends_, &FriendsWatchingPart::friendsAsked, this, &HomePage::friendsAsked);
    connect(friends_, &FriendsWatchingPart::countChanged, this, &HomePage::showOrEmpty);
    soonPart_ = addPart(*column, tr("Soon"), soon);
    followingPart_ = addPart(*column, tr("Following"), makeGrid(*following_));
    othersPart_ = addPart(*column, tr("More channels"), makeGrid(*others_));
    column->addStretch(1);
    area->setWidget(content);
    return area;
}

HomePage::Part HomePage::addPart(QVBoxLayout& column, const QString& title, QWidget* body) {
    auto* heading = new widgets::TextLabel(title, theme::TextRole::Section, QFont::DemiBold, this);
    column.addWidget(heading);
    column.addWidget(body);
    body->setAccessibleName(title);
    return {heading, body};
}

QWidget* HomePage::makeGrid(DirectoryModel& model) {
    auto* grid = new widgets::ChannelGrid(this);
    grid->setModel(&model);
    grid->grow();
    connect(grid, &widgets::ChannelGrid::channelChosen, this, [this](const QString& channel) {
        const auto& live = directory_.live();
        const bool isLive = std::any_of(live.begin(), live.end(), [&](const wire::DirectoryItem& item) {
            return QString::fromStdString(item.channel) == channel;
        });
        if (isLive) {
            Q_EMIT watchAsked(channel);
        } else {
            Q_EMIT channelAsked(channel);
        }
    });
    return grid;
}

void HomePage::showDirectory() {
    const auto& query = directory_.query();
    categories_->setWords(directory_.categories(), query.category);
    tags_->setWords(directory_.tags(), query.tag);
    std::vector<wire::DirectoryItem> followed;
    std::vector<wire::DirectoryItem> others;
    for (const auto& item : directory_.offline()) {
        (follows_.has(QString::fromStdString(item.channel)) ? followed : others).push_back(item);
    }
    live_->setItems(directory_.live());
    following_->setItems(followed);
    others_->setItems(others);
    showOrEmpty();
}

void HomePage::showUpcoming() {
    qDeleteAll(soonPart_.body->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    for (const auto& [channel, entry] : upcoming_.entries()) {
        const QString title = QString::fromStdString(entry.title);
        const QString text = tr("%1   %2, %3").arg(models::momentText(entry.startsAt), title, channel);
        auto* row =
            new QPushButton(theme::icon(QStringLiteral("calendar")),
                            QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), soonPart_.body);
        row->setProperty("tone", QStringLiteral("quiet"));
        row->setAccessibleName(text);
        row->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(row, &QPushButton::clicked, this, [this, name = channel] { Q_EMIT channelAsked(name); });
        soonPart_.body->layout()->addWidget(row);
    }
    showOrEmpty();
}

void HomePage::showOrEmpty() {
    const bool filtered = isFiltered(directory_.query());
    const bool hasSoon = !upcoming_.entries().empty() && !filtered;
    for (const auto& [part, isShown] :
         {std::pair{livePart_, live_->rowCount() > 0}, std::pair{soonPart_, hasSoon},
          std::pair{followingPart_, following_->rowCount() > 0},
          std::pair{othersPart_, others_->rowCount() > 0}}) {
        part.heading->setVisible(isShown);
        part.body->setVisible(isShown);
    }
    const bool any = live_->rowCount() + following_->rowCount() + others_->rowCount() > 0 || hasSoon ||
                     (friends_->count() > 0 && !filtered);
    if (filtered) {
        empty_->setTexts(tr("No channel fits"),
                         tr("Nothing here has these words, this category and this tag."));
        empty_->setAction(tr("Show all channels"), QStringLiteral("undo"));
    } else {
        empty_->setTexts(tr("Nobody is live right now"),
                         tr("Channels of this relay appear here the moment they go live. Be the first: the "
                            "Studio has your screen, camera and microphone ready."));
        empty_->setAction(tr("Open the Studio"), QStringLiteral("studio"));
    }
    stack_->setCurrentIndex(any ? 1 : 0);
}

void HomePage::setOnAir(const models::OnAirState& state) {
    onAirCard_->parentWidget()->setVisible(state.onAir);
    const QString time = models::clockText(state.timeOnAir);
    onAirText_->setText(state.viewers
                            ? tr("You are on air: %1, %2").arg(time, models::viewersText(*state.viewers))
                            : tr("You are on air: %1").arg(time));
}

void HomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    directory_.setShown(true);
}

void HomePage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    directory_.setShown(false);
}

}  // namespace footlight::people
