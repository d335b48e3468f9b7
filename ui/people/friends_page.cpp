#include "ui/people/friends_page.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

#include "ui/people/field.h"
#include "ui/people/friend_delegate.h"
#include "ui/people/friend_list_model.h"
#include "ui/people/friends.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::people {
namespace {

constexpr int kWidth = 720;
/// Those beyond come up when these are answered.
constexpr std::size_t kMostRequests = 20;

}  // namespace

FriendsPage::FriendsPage(Friends& friends, pictures::PictureStore& faces, QWidget* parent)
    : QWidget(parent),
      friends_(friends),
      model_(new FriendListModel(faces, this)),
      stack_(new QStackedWidget(this)),
      undo_(new widgets::UndoBar(this)) {
    stack_->addWidget(new widgets::EmptyState(
        QStringLiteral("drawing-friends"), tr("Friends are for who has an account"),
        tr("Sign in from the menu at the top right; then you can ask people here by their name."), stack_));
    stack_->addWidget(makeDesk());
    requests_->hide();
    requestsHeading_->hide();
    widgets::tabInLayoutOrder(*this);
    undo_->setMaximumWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap12);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(stack_, 1);
    layout->addWidget(undo_);
    connect(&friends_, &Friends::changed, this, &FriendsPage::showFriends);
    connect(&friends_, &Friends::failed, this, &FriendsPage::notice);
    connect(&friends_, &Friends::removed, this, [this](const QString& name) {
        undo_->offer(tr("%1 is no friend any more").arg(name), [this] { friends_.undoRemoval(); });
    });
    connect(undo_, &widgets::UndoBar::passed, &friends_, &Friends::finishRemoval);
    showFriends();
}

QWidget* FriendsPage::makeDesk() {
    auto* desk = new QWidget(stack_);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kGap12);
    requestsHeading_ =
        new widgets::TextLabel(tr("Requests"), theme::TextRole::Section, QFont::DemiBold, desk);
    requests_ = new QWidget(desk);
    auto* rows = new QVBoxLayout(requests_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::kGap8);
    column->addWidget(makeAsking());
    column->addWidget(requestsHeading_);
    column->addWidget(requests_);
    column->addWidget(new widgets::TextLabel(tr("Friends"), theme::TextRole::Section, QFont::DemiBold, desk));
    column->addWidget(makeList(), 1);
    auto* narrow = new QWidget(desk);
    narrow->setMaximumWidth(kWidth);
    narrow->setLayout(column);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(narrow, 1);
    row->addStretch(0);
    return desk;
}

QWidget* FriendsPage::makeAsking() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    name_ = new Field(tr("Name of whom you ask"), QLineEdit::Normal, card);
    name_->line().setPlaceholderText(tr("Name of whom you ask"));
    name_->line().setMaxLength(25);
    auto* button = new QPushButton(theme::icon(QStringLiteral("add")), tr("Ask"), card);
    button->setAccessibleName(tr("Ask to be friends"));
    asked_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, card);
    asked_->setSecondary();
    asked_->setFit(widgets::TextLabel::Fit::Elide);
    connect(button, &QPushButton::clicked, this, &FriendsPage::ask);
    connect(name_, &Field::entered, this, &FriendsPage::ask);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(theme::kGap16, theme::kGap12, theme::kGap16, theme::kGap12);
    row->setSpacing(theme::kGap8);
    row->addWidget(name_, 2);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(asked_, 1);
    return card;
}

QWidget* FriendsPage::makeList() {
    listOrNone_ = new QStackedWidget(this);
    auto* none =
        new widgets::EmptyState(QStringLiteral("drawing-friends"), tr("No friends yet"),
                                tr("Ask somebody by name. Friends see when the other is here."), this);
    list_ = new QListView(this);
    list_->setModel(model_);
    list_->setItemDelegate(new FriendDelegate(list_));
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(true);
    list_->setAccessibleName(tr("Friends"));
    open_ = new QPushButton(theme::icon(QStringLiteral("channel")), tr("Open the channel"), this);
    remove_ = new QPushButton(theme::icon(QStringLiteral("remove")), tr("Remove"), this);
    open_->setAccessibleName(open_->text());
    remove_->setAccessibleName(tr("Remove this friend"));
    connect(list_, &QListView::activated, this, [this] { Q_EMIT channelAsked(chosen()); });
    connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT channelAsked(chosen()); });
    connect(remove_, &QPushButton::clicked, this, [this] { friends_.remove(chosen()); });
    const auto showChosen = [this] {
        open_->setEnabled(!chosen().isEmpty());
        remove_->setEnabled(!chosen().isEmpty());
    };
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, showChosen);
    connect(model_, &QAbstractItemModel::modelReset, this, showChosen);
    showChosen();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addWidget(open_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap8);
    column->addWidget(list_, 1);
    column->addLayout(buttons);
    listOrNone_->addWidget(none);
    listOrNone_->addWidget(holder);
    return listOrNone_;
}

QString FriendsPage::chosen() const { return model_->nameAt(list_->currentIndex().row()); }

QWidget* FriendsPage::makeRequest(const wire::Friend& one) {
    const QString name = QString::fromStdString(one.user.name);
    const bool asksUs = one.how == wire::Friendship::WasAsked;
    auto* row = new QFrame(requests_);
    row->setProperty("surface", QStringLiteral("card"));
    auto* words = new widgets::TextLabel(
        asksUs ? tr("%1 wants to be your friend").arg(name) : tr("You have asked %1").arg(name),
        theme::TextRole::Body, QFont::Normal, row);
    words->setFit(widgets::TextLabel::Fit::Elide);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::kGap16, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(new widgets::IconView(QStringLiteral("user"), theme::IconTone::Plain, row));
    layout->addWidget(words, 1);
    if (asksUs) {
        auto* yes = new QPushButton(tr("Accept"), row);
        yes->setAccessibleName(tr("Accept %1").arg(name));
        connect(yes, &QPushButton::clicked, this, [this, name] { friends_.accept(name); });
        layout->addWidget(yes);
    }
    auto* no = new QPushButton(asksUs ? tr("Decline") : tr("Take back"), row);
    no->setAccessibleName(asksUs ? tr("Decline %1").arg(name) : tr("Take back what you asked %1").arg(name));
    connect(no, &QPushButton::clicked, this, [this, name] { friends_.decline(name); });
    layout->addWidget(no);
    return row;
}

void FriendsPage::showFriends() {
    stack_->setCurrentIndex(friends_.isSignedIn() ? 1 : 0);
    std::vector<wire::Friend> friends;
    std::vector<wire::Friend> requests;
    for (const auto& one : friends_.all()) {
        (one.how == wire::Friendship::Friends ? friends : requests).push_back(one);
    }
    requests.resize(std::min(requests.size(), kMostRequests));
    showRequests(requests);
    // Who is chosen stays chosen where they came or went; nobody else is in their place.
    const QString before = chosen();
    model_->setFriends(std::move(friends));
    if (chosen() != before) {
        list_->setCurrentIndex(model_->indexOf(before));
    }
    listOrNone_->setCurrentIndex(model_->rowCount() > 0 ? 1 : 0);
}

/// Only what differs: a button that somebody is about to press stays.
void FriendsPage::showRequests(const std::vector<wire::Friend>& requests) {
    if (requests == shownRequests_) {
        return;
    }
    shownRequests_ = requests;
    qDeleteAll(requests_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    for (const auto& one : requests) {
        requests_->layout()->addWidget(makeRequest(one));
    }
    requests_->setVisible(!requests.empty());
    requestsHeading_->setVisible(!requests.empty());
    widgets::tabInLayoutOrder(*this);
}

void FriendsPage::ask() {
    const QString name = name_->text().trimmed();
    asked_->setText({});
    if (name.isEmpty()) {
        name_->setProblem(tr("Type a name first."));
        return;
    }
    friends_.ask(name, {this, [this, name](const Result<>& done) {
                            if (done) {
                                name_->clear();
                                asked_->setText(tr("%1 is asked.").arg(name));
                            } else {
                                name_->setProblem(QString::fromStdString(done.error().message()));
                            }
                        }});
}

void FriendsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    Q_EMIT notice({});
    friends_.setShown(true);
}

void FriendsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) {
        undo_->pass();
    }
    friends_.setShown(false);
}

}  // namespace footlight::people
