#include "ui/audience/poll_option_button.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::audience {
namespace {

constexpr int kMark = 16;
constexpr int kNumberWidth = 16;
constexpr int kLeastWidth = 160;

}  // namespace

PollOptionButton::PollOptionButton(int number, QWidget* parent) : QAbstractButton(parent), number_(number) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PollOptionButton::show(const State& state) {
    const bool isOtherText = state.text != state_.text;
    state_ = state;
    setEnabled(state.isOpen);
    setCursor(state.isOpen ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QString name =
        tr("%1. %2, %n votes", nullptr, static_cast<int>(state.votes)).arg(number_).arg(state.text);
    if (state.isOwn) {
        name = tr("%1, your choice").arg(name);
    }
    if (state.isRight) {
        name = tr("%1, the right answer").arg(name);
    }
    setAccessibleName(name);
    if (isOtherText) {
        updateGeometry();
    }
    update();
}

QString PollOptionButton::figures() const {
    const double share =
        state_.ofVotes > 0 ? static_cast<double>(state_.votes) / static_cast<double>(state_.ofVotes) : 0;
    return QStringLiteral("%1 · %2 %").arg(QLocale().toString(state_.votes)).arg(std::lround(share * 100));
}

QRect PollOptionButton::textRect(int width) const {
    const QFont font = theme::font(theme::TextRole::Caption);
    const int figuresWidth = static_cast<int>(std::ceil(theme::tabularWidth(font, figures())));
    const int marks = (state_.isOwn ? kMark + theme::kGap4 : 0) + (state_.isRight ? kMark + theme::kGap4 : 0);
    const int left = theme::kGap8 + kNumberWidth;
    return {left, theme::kGap4 + 2, width - left - figuresWidth - marks - theme::kGap8 * 2, 10'000};
}

int PollOptionButton::heightForWidth(int width) const {
    const QFontMetrics metrics(theme::font(theme::TextRole::Body));
    const int needed = metrics.boundingRect(textRect(width), Qt::TextWordWrap, state_.text).height();
    return std::max(theme::kControlHeight, needed + theme::kGap12);
}

QSize PollOptionButton::sizeHint() const { return {kLeastWidth * 2, heightForWidth(kLeastWidth * 2)}; }

QSize PollOptionButton::minimumSizeHint() const { return {kLeastWidth, theme::kControlHeight}; }

void PollOptionButton::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF field = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath plate;
    plate.addRoundedRect(field, theme::kControlRadius, theme::kControlRadius);
    painter.fillPath(plate, underMouse() && isEnabled() ? tokens.controlHover : tokens.control);
    if (state_.ofVotes > 0 && state_.votes > 0) {
        QRectF bar = field;
        bar.setWidth(field.width() * static_cast<double>(state_.votes) / static_cast<double>(state_.ofVotes));
        QColor colour = state_.isRight ? tokens.good : state_.isOwn ? tokens.accent : tokens.secondary;
        colour.setAlphaF(0.28F);
        painter.setClipPath(plate);
        painter.fillRect(bar, colour);
        painter.setClipping(false);
    }
    if (hasFocus() || state_.isOwn) {
        painter.setPen(QPen(hasFocus() ? tokens.focus : tokens.accent, hasFocus() ? 2 : 1));
        painter.drawPath(plate);
    }
    painter.setPen(tokens.text);  // the quieter one does not stand out from the bar
    painter.setFont(theme::font(theme::TextRole::Caption));
    painter.drawText(QRect(theme::kGap8, 0, kNumberWidth, height()), Qt::AlignVCenter,
                     QString::number(number_));
    QRect words = textRect(width());
    words.setTop(0);
    words.setHeight(height());
    painter.setFont(theme::font(theme::TextRole::Body, state_.isOwn ? QFont::DemiBold : QFont::Normal));
    painter.drawText(words, Qt::AlignVCenter | Qt::TextWordWrap, state_.text);
    int right = width() - theme::kGap8;
    const QFont caption = theme::font(theme::TextRole::Caption);
    painter.setFont(caption);
    theme::drawTabular(painter, QRectF(0, 0, right, height()), Qt::AlignRight | Qt::AlignVCenter, figures());
    right -= static_cast<int>(std::ceil(theme::tabularWidth(caption, figures()))) + theme::kGap4 + kMark;
    const auto mark = [&](const char* icon, theme::IconTone tone) {
        theme::icon(QLatin1String(icon), tone).paint(&painter, right, (height() - kMark) / 2, kMark, kMark);
        right -= kMark + theme::kGap4;
    };
    if (state_.isOwn) {
        mark("user", theme::IconTone::Accent);
    }
    if (state_.isRight) {
        mark("check", theme::IconTone::Good);
    }
}

void PollOptionButton::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void PollOptionButton::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

}  // namespace footlight::audience
