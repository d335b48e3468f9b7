#include "ui/people/friends_watching_part.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/people/friends.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/card_grid.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kLeastWidth = 260;
constexpr int kCardHeight = 64;
constexpr int kFace = 40;

/// A friend's face and name, and below it what they watch.
class FriendCard final : public QStyledItemDelegate {
public:
    FriendCard(const QListView& grid, const WatchingList& watching, pictures::PictureStore& faces)
        : grid_(grid), watching_(watching), faces_(faces) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return grid_.gridSize();
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& tokens = theme::tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect card = option.rect.adjusted(0, 0, -theme::kGap16, -theme::kGap12);
        const bool isActive = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isActive ? tokens.control : tokens.panel);
        painter->drawRoundedRect(card, theme::kCardRadius, theme::kCardRadius);
        const QString name = index.data(watching_.nameRole).toString();
        QRect face(card.left() + theme::kGap12, 0, kFace, kFace);
        face.moveCenter({face.center().x(), card.center().y()});
        widgets::paintAvatar(*painter, face, faces_.picture(pictures::pathOfAvatar(name)), name);
        paintWords(*painter,
                   {QPoint(face.right() + theme::kGap12, face.top()),
                    QPoint(card.right() - theme::kGap12, face.bottom())},
                   name,
                   FriendsWatchingPart::tr("watches %1").arg(index.data(watching_.channelRole).toString()));
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(card.adjusted(1, 1, -1, -1), theme::kCardRadius, theme::kCardRadius);
        }
        painter->restore();
    }

private:
    static void paintWords(QPainter& painter, const QRect& words, const QString& name, const QString& what) {
        const auto& tokens = theme::tokens();
        painter.setFont(theme::font(theme::TextRole::Body, QFont::DemiBold));
        painter.setPen(tokens.text);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
        painter.setFont(theme::font(theme::TextRole::Caption));
        painter.setPen(tokens.secondary);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(what, Qt::ElideRight, words.width()));
    }

    const QListView& grid_;
    const WatchingList& watching_;
    pictures::PictureStore& faces_;
};

class FriendGrid final : public widgets::CardGrid {
public:
    explicit FriendGrid(QWidget* parent) : CardGrid(kLeastWidth, parent) {}

protected:
    [[nodiscard]] int heightOf(int) const override { return kCardHeight + theme::kGap12; }
};

}  // namespace

FriendsWatchingPart::FriendsWatchingPart(WatchingList watching, Friends& friends,
                                         pictures::PictureStore& faces, QWidget* parent)
    : QWidget(parent),
      watching_(watching),
      friends_(friends),
      grid_(new FriendGrid(this)),
      words_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      add_(new QPushButton(theme::icon(QStringLiteral("users")), {}, this)) {
    grid_->setModel(&watching_.model);
    auto* painted = new FriendCard(*grid_, watching_, faces);
    painted->setParent(grid_);
    grid_->setItemDelegate(painted);
    grid_->setAccessibleName(tr("Friends watching"));
    grid_->grow();
    connect(grid_, &widgets::CardGrid::chosen, this, [this](const QModelIndex& card) {
        Q_EMIT watchAsked(card.data(watching_.channelRole).toString());
    });
    connect(&faces, &pictures::PictureStore::loaded, grid_->viewport(), qOverload<>(&QWidget::update));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, theme::kGap8);
    column->setSpacing(theme::kGap8);
    column->addWidget(
        new widgets::TextLabel(tr("Friends watching"), theme::TextRole::Section, QFont::DemiBold, this));
    column->addWidget(grid_);
    column->addWidget(makeNobody());
    connect(&watching_.model, &QAbstractItemModel::modelReset, this, &FriendsWatchingPart::showFriends);
    connect(&watching_.model, &QAbstractItemModel::rowsInserted, this, &FriendsWatchingPart::showFriends);
    connect(&watching_.model, &QAbstractItemModel::rowsRemoved, this, &FriendsWatchingPart::showFriends);
    connect(&friends_, &Friends::changed, this, &FriendsWatchingPart::showFriends);
    showFriends();
}

QWidget* FriendsWatchingPart::makeNobody() {
    nobody_ = new QWidget(this);
    words_->setSecondary();
    words_->setFit(widgets::TextLabel::Fit::Wrap);
    add_->setProperty("tone", QStringLiteral("quiet"));
    connect(add_, &QPushButton::clicked, this, &FriendsWatchingPart::friendsAsked);
    auto* row = new QHBoxLayout(nobody_);
    row->setContentsMargins(0, 0, theme::kGap16, 0);
    row->setSpacing(theme::kGap12);
    row->addWidget(words_, 1);
    row->addWidget(add_);
    return nobody_;
}

int FriendsWatchingPart::count() const { return watching_.model.rowCount(); }

void FriendsWatchingPart::showFriends() {
    const auto& all = friends_.all();
    const bool hasFriends = std::any_of(all.begin(), all.end(), [](const wire::Friend& each) {
        return each.how == wire::Friendship::Friends;
    });
    const bool any = count() > 0;
    grid_->setVisible(any);
    nobody_->setVisible(!any);
    words_->setText(hasFriends
                        ? tr("None of your friends is watching right now.")
                        : tr("With friends on this relay you see here what they watch, and join them with "
                             "one click."));
    add_->setText(hasFriends ? tr("Your friends") : tr("Add friends"));
    add_->setAccessibleName(add_->text());
    setVisible(any || friends_.isSignedIn());
    Q_EMIT countChanged();
}

}  // namespace footlight::people
