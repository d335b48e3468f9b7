#include "ui/widgets/channel_grid.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QStyledItemDelegate>

#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/role_lookup.h"

namespace footlight::widgets {
namespace {

constexpr int kLeastCardWidth = 260;
constexpr int kTextHeight = 64;
constexpr int kAvatar = 88;

/// One channel: a field with its picture or first letter, a red mark, title, name and viewers.
class CardDelegate final : public QStyledItemDelegate {
public:
    explicit CardDelegate(const ChannelGrid& grid, QObject* parent)
        : QStyledItemDelegate(parent), grid_(grid) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return grid_.gridSize();
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto& tokens = theme::tokens();
        const QRect card = option.rect.adjusted(0, 0, -theme::kGap16, -theme::kGap16);
        const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
        QPainterPath shape;
        shape.addRoundedRect(card, theme::kCardRadius, theme::kCardRadius);
        painter->fillPath(shape, tokens.panel);
        paintPicture(*painter, card, shape, tokens, index, active);
        paintWords(*painter, card, tokens, index);
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(card.adjusted(1, 1, -1, -1), theme::kCardRadius, theme::kCardRadius);
        }
        painter->restore();
    }

private:
    static void paintPicture(QPainter& painter, const QRect& card, const QPainterPath& shape,
                             const theme::Tokens& tokens, const QModelIndex& index, bool active) {
        const QRect picture(card.left(), card.top(), card.width(), card.height() - kTextHeight);
        painter.save();
        painter.setClipPath(shape);
        painter.fillRect(picture, active ? tokens.controlHover : tokens.control);
        const auto shown = index.data(roleNamed(*index.model(), "picture")).value<QPixmap>();
        const QString name = index.data(roleNamed(*index.model(), "name")).toString();
        if (shown.isNull()) {
            painter.setFont(theme::font(theme::TextRole::Hero, QFont::DemiBold));
            painter.setPen(tokens.faint);
            painter.drawText(picture, Qt::AlignCenter, name.left(1).toUpper());
        } else {
            QRect round(0, 0, kAvatar, kAvatar);
            round.moveCenter(picture.center());
            paintAvatar(painter, round, shown, name);
        }
        painter.restore();
        paintCategory(painter, picture, tokens, index);
        if (isLive(index)) {
            paintBadge(painter, picture, tokens, index);
        }
    }

    static bool isLive(const QModelIndex& index) {
        const int role = roleNamed(*index.model(), "isLive");
        return role < 0 || index.data(role).toBool();
    }

    static void paintCategory(QPainter& painter, const QRect& picture, const theme::Tokens& tokens,
                              const QModelIndex& index) {
        const QString category = index.data(roleNamed(*index.model(), "category")).toString();
        painter.setFont(theme::font(theme::TextRole::Caption));
        painter.setPen(tokens.secondary);
        const QRect foot = picture.adjusted(theme::kGap12, 0, -picture.width() / 3, -theme::kGap8);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(category, Qt::ElideRight, foot.width()));
    }

    static void paintBadge(QPainter& painter, const QRect& picture, const theme::Tokens& tokens,
                           const QModelIndex& index) {
        painter.setFont(theme::font(theme::TextRole::Caption, QFont::DemiBold));
        const QString label = ChannelGrid::tr("LIVE");
        const QRectF badge(picture.left() + theme::kGap8, picture.top() + theme::kGap8,
                           painter.fontMetrics().horizontalAdvance(label) + theme::kGap12, 22);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.onAir);
        painter.drawRoundedRect(badge, 4, 4);
        painter.setPen(tokens.onAccent);
        painter.drawText(badge, Qt::AlignCenter, label);
        const auto started = index.data(roleNamed(*index.model(), "startedAt")).toDateTime();
        if (started.isValid()) {
            painter.setPen(tokens.secondary);
            const QRect foot = picture.adjusted(theme::kGap8, 0, -theme::kGap8, -theme::kGap8);
            const QString since =
                ChannelGrid::tr("since %1").arg(started.toLocalTime().toString(QStringLiteral("HH:mm")));
            painter.setFont(theme::font(theme::TextRole::Caption));
            painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, since);
        }
    }

    static void paintWords(QPainter& painter, const QRect& card, const theme::Tokens& tokens,
                           const QModelIndex& index) {
        const QRect words = card.adjusted(theme::kGap12, card.height() - kTextHeight + theme::kGap8,
                                          -theme::kGap12, -theme::kGap8);
        painter.setFont(theme::font(theme::TextRole::Section, QFont::DemiBold));
        painter.setPen(tokens.text);
        const QFontMetrics titleMetrics = painter.fontMetrics();
        const QString title = index.data(roleNamed(*index.model(), "title")).toString();
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                         titleMetrics.elidedText(title, Qt::ElideRight, words.width()));
        painter.setFont(theme::font(theme::TextRole::Body));
        painter.setPen(tokens.secondary);
        const char* counted = isLive(index) ? "viewers" : "followers";
        const QString viewers =
            QLocale().toString(index.data(roleNamed(*index.model(), counted)).toLongLong());
        const int figures = qRound(theme::tabularWidth(painter.font(), viewers));
        const QRect line(words.left(), words.bottom() - painter.fontMetrics().height(), words.width(),
                         painter.fontMetrics().height());
        theme::drawTabular(painter, line, Qt::AlignRight, viewers);
        const QRect people(line.right() - figures - 21, line.center().y() - 8, 16, 16);
        theme::icon(isLive(index) ? QStringLiteral("users") : QStringLiteral("follow"))
            .paint(&painter, people);
        const QString name = index.data(roleNamed(*index.model(), "name")).toString();
        painter.drawText(
            line, Qt::AlignLeft | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(name, Qt::ElideRight, people.left() - line.left() - 8));
    }

    const ChannelGrid& grid_;
};

}  // namespace

ChannelGrid::ChannelGrid(QWidget* parent) : CardGrid(kLeastCardWidth, parent) {
    setItemDelegate(new CardDelegate(*this, this));
    setAccessibleName(tr("Live channels"));
    connect(this, &CardGrid::chosen, this, [this](const QModelIndex& card) {
        Q_EMIT channelChosen(card.data(roleNamed(*card.model(), "name")).toString());
    });
}

int ChannelGrid::heightOf(int width) const {
    return (width - theme::kGap16) * 9 / 16 + kTextHeight + theme::kGap16;
}

}  // namespace footlight::widgets
