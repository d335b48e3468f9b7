#include "ui/people/bell_button.h"

#include <QPainter>

#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::people {
namespace {

constexpr int kSide = 32;
constexpr int kBadge = 15;
constexpr qint64 kMostShown = 99;

}  // namespace

BellButton::BellButton(QWidget* parent) : QToolButton(parent) {
    setProperty("tone", QStringLiteral("icon"));
    setIcon(theme::icon(QStringLiteral("bell")));
    setIconSize(QSize(theme::kIconSize, theme::kIconSize));
    setFixedSize(kSide, kSide);
    setUnread(0);
}

void BellButton::setUnread(qint64 unread) {
    unread_ = unread;
    setAccessibleName(unread == 0 ? tr("Notifications")
                                  : tr("Notifications, %n new", nullptr, static_cast<int>(unread)));
    setToolTip(accessibleName());
    update();
}

void BellButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    if (unread_ == 0) {
        return;
    }
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = theme::font(theme::TextRole::Caption, QFont::DemiBold);
    font.setPixelSize(10);
    painter.setFont(font);
    const QString text = unread_ > kMostShown ? QStringLiteral("99+") : QString::number(unread_);
    const int across = qMax(kBadge, painter.fontMetrics().horizontalAdvance(text) + 8);
    const QRectF badge(width() - across, 0, across, kBadge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(badge, kBadge / 2.0, kBadge / 2.0);
    painter.setPen(tokens.onAccent);
    painter.drawText(badge, Qt::AlignCenter, text);
}

}  // namespace footlight::people
