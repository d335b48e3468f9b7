#include "ui/audience/friends_strip.h"

#include <QListView>
#include <QVBoxLayout>

#include "ui/audience/friends_watching.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr int kMostRows = 4;

}  // namespace

FriendsStrip::FriendsStrip(QAbstractItemModel& friends, QWidget* parent)
    : QFrame(parent), friends_(friends), list_(new QListView(this)) {
    setProperty("surface", QStringLiteral("card"));
    list_->setModel(&friends_);
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Friends watching"));
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const auto choose = [this](const QModelIndex& at) {
        Q_EMIT channelChosen(at.data(FriendsWatching::Channel).toString());
    };
    connect(list_, &QListView::clicked, this, choose);
    connect(list_, &QListView::activated, this, choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap8);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(
        new widgets::TextLabel(tr("Friends watching"), theme::TextRole::Body, QFont::DemiBold, this));
    layout->addWidget(list_);
    connect(&friends_, &QAbstractItemModel::rowsInserted, this, &FriendsStrip::fit);
    connect(&friends_, &QAbstractItemModel::rowsRemoved, this, &FriendsStrip::fit);
    connect(&friends_, &QAbstractItemModel::modelReset, this, &FriendsStrip::fit);
    fit();
}

void FriendsStrip::fit() {
    const int rows = std::min(friends_.rowCount(), kMostRows);
    setVisible(rows > 0);
    const int rowHeight = rows > 0 ? std::max(list_->sizeHintForRow(0), theme::kTouchTarget) : 0;
    list_->setFixedHeight(rows * rowHeight + theme::kGap8);
}

}  // namespace footlight::audience
