#include "ui/shell/on_air_marker.h"

#include <QPainter>

#include "ui/models/wording.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::shell {
namespace {

constexpr int kDot = 8;

}  // namespace

OnAirMarker::OnAirMarker(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void OnAirMarker::setState(const models::OnAirState& state) {
    state_ = state;
    setVisible(state.onAir);
    const QString time = models::clockText(state.timeOnAir);
    const QString viewers = state.viewers ? models::viewersText(*state.viewers) : tr("viewers unknown");
    setAccessibleName(tr("On air, %1, %2. Open the Studio").arg(time, viewers));
    setToolTip(tr("On air for %1, %2").arg(time, viewers));
    update();
}

QSize OnAirMarker::sizeHint() const {
    const int line = QFontMetrics(theme::font(theme::TextRole::Caption)).height();
    return {72, theme::kGap8 * 2 + line * 3 + theme::kGap4};
}

void OnAirMarker::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF field = QRectF(rect()).adjusted(4, 1, -4, -1);
    painter.setPen(hasFocus() ? QPen(tokens.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(tokens.dark ? tokens.control : tokens.page);
    painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), theme::kControlRadius, theme::kControlRadius);

    painter.setFont(theme::font(theme::TextRole::Caption, QFont::DemiBold));
    const int line = painter.fontMetrics().height();
    int y = theme::kGap8;
    const QString label = tr("ON AIR");
    const int labelWidth = painter.fontMetrics().horizontalAdvance(label);
    const int x = (width() - labelWidth - kDot - 5) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.onAir);
    painter.drawEllipse(QRectF(x, y + (line - kDot) / 2.0, kDot, kDot));
    painter.setPen(tokens.text);
    painter.drawText(QRect(x + kDot + 5, y, labelWidth + 2, line), Qt::AlignLeft | Qt::AlignVCenter, label);
    y += line + 2;
    theme::drawTabular(painter, QRectF(0, y, width(), line), Qt::AlignHCenter,
                       models::clockText(state_.timeOnAir));
    y += line + 2;
    painter.setFont(theme::font(theme::TextRole::Caption));
    painter.setPen(tokens.secondary);
    const QString count = models::countText(state_.viewers);
    const qreal figures = theme::tabularWidth(painter.font(), count);
    const qreal left = (width() - figures - 18) / 2;
    theme::icon(QStringLiteral("users")).paint(&painter, QRect(qRound(left), y + (line - 14) / 2, 14, 14));
    theme::drawTabular(painter, QRectF(left + 18, y, figures, line), Qt::AlignLeft, count);
}

}  // namespace footlight::shell
