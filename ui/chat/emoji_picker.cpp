#include "ui/chat/emoji_picker.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

#include "ui/chat/chat_options.h"
#include "ui/chat/emoji_list.h"
#include "ui/chat/emote_store.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace footlight::chatui {
namespace {

constexpr int kCell = 36;
constexpr int kPictureSize = 26;
constexpr int kRecentCategory = -1;
constexpr int kTextRole = Qt::UserRole;

/// What stands for each category on its button.
QString markOf(int category) {
    static const QStringList kMarks{QStringLiteral("😀"), QStringLiteral("👋"), QStringLiteral("🐶"),
                                    QStringLiteral("🍎"), QStringLiteral("🎮"), QStringLiteral("❤️")};
    return kMarks.value(category);
}

}  // namespace

EmojiPicker::EmojiPicker(ChatOptions& options, EmoteStore& emotes, QWidget* parent)
    : QFrame(parent),
      options_(options),
      pictures_(emotes),
      search_(new QLineEdit(this)),
      categories_(new QButtonGroup(this)),
      grid_(new QListWidget(this)) {
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("Emoji"));
    search_->setPlaceholderText(tr("Search emoji"));
    search_->setAccessibleName(tr("Search emoji"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    grid_->setViewMode(QListView::IconMode);
    grid_->setMovement(QListView::Static);
    grid_->setResizeMode(QListView::Adjust);
    grid_->setUniformItemSizes(true);
    grid_->setGridSize({kCell, kCell});
    grid_->setIconSize({kPictureSize, kPictureSize});
    grid_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    grid_->setAccessibleName(tr("Emoji"));
    QFont large = theme::font(theme::TextRole::Title);
    large.setFamilies({QStringLiteral("Noto Color Emoji"), large.family()});
    grid_->setFont(large);
    QFont pictures = theme::font(theme::TextRole::Section);
    pictures.setFamilies(large.families());
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(0);
    const QStringList names = emojiCategories();
    for (int category = kRecentCategory; category < names.size(); ++category) {
        auto* tab = new QToolButton(this);
        tab->setProperty("tone", QStringLiteral("quiet"));
        tab->setCheckable(true);
        const bool isRecent = category == kRecentCategory;
        isRecent ? tab->setIcon(theme::icon(QStringLiteral("clock"))) : tab->setText(markOf(category));
        tab->setFont(pictures);
        tab->setAccessibleName(isRecent ? tr("Lately used") : names.at(category));
        tab->setToolTip(tab->accessibleName());
        categories_->addButton(tab, category + 1);
        tabs->addWidget(tab);
    }
    categories_->button(1)->setChecked(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, theme::kGap8, theme::kGap8, theme::kGap4);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(search_);
    layout->addLayout(tabs);
    layout->addWidget(grid_, 1);
    hide();
    connect(search_, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(categories_, &QButtonGroup::idClicked, this, [this] {
        search_->clear();
        fill();
    });
    connect(grid_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(grid_->row(item)); });
    connect(grid_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { choose(grid_->row(item)); });
    connect(&pictures_, &EmoteStore::loaded, this, [this] {
        if (isVisible()) {
            fill();
        }
    });
}

void EmojiPicker::open(const std::vector<ChatLine::Emote>& emotes) {
    emotes_ = emotes;
    const bool hasRecent = !options_.recentEmoji().isEmpty() || !emotes_.empty();
    categories_->button(hasRecent ? kRecentCategory + 1 : 1)->setChecked(true);
    search_->clear();
    fill();
    show();
    raise();
    search_->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::addEmoji(const QString& text, const QString& name) {
    auto* item = new QListWidgetItem(text, grid_);
    item->setTextAlignment(Qt::AlignCenter);
    item->setData(kTextRole, text);
    item->setData(Qt::AccessibleTextRole, name);
    item->setToolTip(name);
}

void EmojiPicker::addEmotes(const QString& beginning) {
    for (const ChatLine::Emote& emote : emotes_) {
        if (!emote.name.startsWith(beginning, Qt::CaseInsensitive)) {
            continue;
        }
        const QString code = QLatin1Char(':') + emote.name + QLatin1Char(':');
        auto* item = new QListWidgetItem(grid_);
        item->setIcon(QIcon(pictures_.picture(emote.hash)));
        item->setData(kTextRole, code);
        item->setData(Qt::AccessibleTextRole, code);
        item->setToolTip(code);
    }
}

void EmojiPicker::fill() {
    grid_->clear();
    const QString wanted = search_->text().trimmed();
    const int category = categories_->checkedId() - 1;
    if (!wanted.isEmpty() || category == kRecentCategory) {
        addEmotes(wanted);
    }
    if (wanted.isEmpty() && category == kRecentCategory) {
        for (const QString& recent : options_.recentEmoji()) {
            addEmoji(recent, recent);
        }
        return;
    }
    for (const Emoji& emoji : emojiNamed(wanted)) {
        if (!wanted.isEmpty() || emoji.category == category) {
            addEmoji(emoji.text, emoji.name);
        }
    }
}

void EmojiPicker::choose(int row) {
    if (const auto* item = grid_->item(row)) {
        const QString text = item->data(kTextRole).toString();
        if (!text.startsWith(QLatin1Char(':'))) {
            options_.noteEmoji(text);
        }
        Q_EMIT chosen(text);
        leave();
    }
}

void EmojiPicker::leave() {
    hide();
    Q_EMIT closed();
}

void EmojiPicker::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else {
        QFrame::keyPressEvent(event);
    }
}

/// From the search, Enter takes the first and Down goes into the grid.
bool EmojiPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(0);
            return true;
        }
        if (key == Qt::Key_Down) {
            grid_->setFocus(Qt::TabFocusReason);
            grid_->setCurrentRow(0);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace footlight::chatui
