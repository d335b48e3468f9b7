#include "ui/audience/own_reactions.h"

#include <QListWidget>
#include <QScreen>
#include <QTextDocument>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/audience/reaction_board.h"
#include "ui/theme/metrics.h"

namespace footlight::audience {
namespace {

constexpr int kColumns = 6;
constexpr int kMostRows = 5;
constexpr int kCell = 44;
constexpr int kPicture = 32;
constexpr int kKindRole = Qt::UserRole;

}  // namespace

OwnReactions::OwnReactions(ReactionBoard& board, QWidget* parent)
    : QFrame(parent, Qt::Popup), board_(board), grid_(new QListWidget(this)) {
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("The channel's own reactions"));
    grid_->setAccessibleName(accessibleName());
    grid_->setViewMode(QListView::IconMode);
    grid_->setMovement(QListView::Static);
    grid_->setResizeMode(QListView::Adjust);
    grid_->setUniformItemSizes(true);
    grid_->setGridSize({kCell, kCell});
    grid_->setIconSize({kPicture, kPicture});
    grid_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->addWidget(grid_);
    connect(grid_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { throwIn(*item); });
    connect(grid_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { throwIn(*item); });
    connect(&board_, &ReactionBoard::emotesChanged, this, [this] {
        if (isVisible()) {
            fill();
        }
    });
}

void OwnReactions::fill() {
    const int current = grid_->currentRow();
    grid_->clear();
    for (const auto& emote : board_.emotes()) {
        const QPixmap picture = board_.pictureOf(emote.kind);
        auto* item = new QListWidgetItem(QIcon(picture), picture.isNull() ? emote.name : QString(), grid_);
        item->setData(kKindRole, emote.kind);
        item->setData(Qt::AccessibleTextRole, tr("React: %1").arg(emote.name));
        item->setToolTip(Qt::convertFromPlainText(emote.name));
        item->setTextAlignment(Qt::AlignCenter);
    }
    grid_->setCurrentRow(std::clamp(current, 0, std::max(0, grid_->count() - 1)));
}

void OwnReactions::throwIn(const QListWidgetItem& item) { board_.throwIn(item.data(kKindRole).toString()); }

void OwnReactions::openAbove(const QPoint& global) {
    fill();
    const int rows = std::clamp((grid_->count() + kColumns - 1) / kColumns, 1, kMostRows);
    const int frames = theme::kGap8 * 2 + theme::kGap8;  // and the scroll bar
    resize(kColumns * kCell + frames + theme::kGap12, rows * kCell + frames);
    QPoint at = global - QPoint(0, height());
    if (const auto* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::max(at.y(), room.top()));
    }
    move(at);
    show();
    grid_->setFocus(Qt::PopupFocusReason);
}

}  // namespace footlight::audience
