#include "ui/audience/reaction_field.h"

#include <QLocale>
#include <QPainter>

#include "ui/audience/reaction_board.h"
#include "ui/theme/fonts.h"
#include "ui/theme/footlight_style.h"
#include "ui/theme/metrics.h"

namespace footlight::audience {
namespace {

constexpr std::chrono::milliseconds kFrame{16};
constexpr std::chrono::seconds kQuietFor{3};
constexpr int kSize = 36;
constexpr int kNarrowest = 120;
constexpr int kWidest = 320;
constexpr int kMostPictures = 64;
// A window that stood still is not made up for in one leap.
constexpr double kLongestStep = 0.1;

}  // namespace

ReactionField::ReactionField(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Reactions"));
    frames_.setTimerType(Qt::PreciseTimer);
    frames_.setInterval(kFrame);
    connect(&frames_, &QTimer::timeout, this, &ReactionField::step);
    quietFor_.setSingleShot(true);
    quietFor_.setInterval(kQuietFor);
    connect(&quietFor_, &QTimer::timeout, this, [this] {
        quiet_.clear();
        update();
    });
}

void ReactionField::show(const QString& kind, qint64 count) {
    if (!isVisible()) {
        return;
    }
    if (theme::motionDuration() == 0) {
        quiet_[kind] += count;
        quietFor_.start();
        setAccessibleDescription(quietText());
        update();
        return;
    }
    swarm_.add(kind, count);
    if (!frames_.isActive() && !swarm_.isEmpty()) {
        sinceFrame_.start();
        frames_.start();
    }
}

void ReactionField::clear() {
    swarm_.clear();
    frames_.stop();
    quiet_.clear();
    update();
}

void ReactionField::step() {
    swarm_.step(std::min(static_cast<double>(sinceFrame_.restart()) / 1000, kLongestStep));
    if (swarm_.isEmpty()) {
        frames_.stop();
    }
    update(swarmRect());
}

QRect ReactionField::swarmRect() const {
    const int width = qBound(kNarrowest, this->width() / 3, kWidest);
    return {this->width() - width, 0, width, height()};
}

void ReactionField::setBoard(const ReactionBoard& board) {
    board_ = &board;
    connect(&board, &ReactionBoard::emotesChanged, this, [this] { pictures_.clear(); });
}

/// Null while the picture of a channel's own kind is fetched.
QPixmap ReactionField::pictureOf(const QString& kind) {
    const qreal scale = devicePixelRatioF();
    if (scale != picturesScale_ || pictures_.size() > kMostPictures) {
        pictures_.clear();
        picturesScale_ = scale;
    }
    const auto known = pictures_.constFind(kind);
    if (known != pictures_.constEnd()) {
        return *known;
    }
    const QPixmap drawn = draw(kind);
    if (!drawn.isNull()) {
        pictures_.insert(kind, drawn);
    }
    return drawn;
}

QPixmap ReactionField::draw(const QString& kind) const {
    const QRect room(0, 0, kSize * 4 / 3, kSize * 4 / 3);
    const bool isOwn = ReactionBoard::isEmote(kind);
    const QPixmap own = isOwn && board_ != nullptr ? board_->pictureOf(kind) : QPixmap();
    if (isOwn && own.isNull()) {
        return {};
    }
    QPixmap picture(room.size() * picturesScale_);
    picture.setDevicePixelRatio(picturesScale_);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    if (isOwn) {
        QRect place(QPoint(), own.size().scaled(room.size(), Qt::KeepAspectRatio));
        place.moveCenter(room.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(place, own);
        return picture;
    }
    QFont font = theme::applicationFont();
    font.setFamilies({QStringLiteral("Noto Color Emoji"), font.family()});
    font.setPixelSize(kSize);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(room, Qt::AlignCenter, kind);
    return picture;
}

void ReactionField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!quiet_.isEmpty()) {
        paintQuiet(painter);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF field = QRectF(swarmRect()).adjusted(0, kSize, -kSize, -kSize);
    for (const auto& each : swarm_.particles()) {
        const QPixmap picture = each.isOut() ? pictureOf(each.kind) : QPixmap();
        if (picture.isNull()) {
            continue;
        }
        const QPointF place = each.place();
        const qreal side = kSize * 4.0 / 3 * each.size;
        const QPointF middle(field.left() + place.x() * field.width(),
                             field.top() + place.y() * field.height());
        painter.setOpacity(each.opacity());
        painter.drawPixmap(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), picture,
                           QRectF(picture.rect()));
    }
}

QString ReactionField::quietText() const {
    QStringList parts;
    QStringList kinds = quiet_.keys();
    kinds.sort();
    for (const QString& kind : kinds) {
        parts.append(QStringLiteral("%1 %2").arg(kind, QLocale().toString(quiet_.value(kind))));
    }
    return parts.join(QStringLiteral("   "));
}

void ReactionField::paintQuiet(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(theme::TextRole::Body, QFont::DemiBold));
    const QString text = quietText();
    const QSize words = painter.fontMetrics().size(Qt::TextSingleLine, text);
    const QRect plate(width() - words.width() - theme::kGap24 - theme::kGap12, theme::kGap12,
                      words.width() + theme::kGap24, words.height() + theme::kGap12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(15, 17, 21, 200));
    painter.drawRoundedRect(plate, theme::kCardRadius, theme::kCardRadius);
    painter.setPen(QColor(0xE8, 0xEA, 0xED));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void ReactionField::hideEvent(QHideEvent*) { clear(); }

}  // namespace footlight::audience
