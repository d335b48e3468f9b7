#include "ui/audience/poll_picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/models/wording.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace footlight::audience {
namespace {

// Drawn for a canvas of this height, and scaled for others.
constexpr qreal kHeight = 720;
constexpr qreal kWidth = 400;
constexpr qreal kPad = 20;
constexpr qreal kMargin = 32;
constexpr qreal kBar = 34;
constexpr qreal kGap = 8;
constexpr int kTitlePixels = 20;
constexpr int kTextPixels = 16;
constexpr int kSmallPixels = 13;

QFont fontOf(int pixels, QFont::Weight weight) {
    QFont font = theme::applicationFont();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

void paintOption(QPainter& painter, const QRectF& bar, const wire::PollOption& option, double share,
                 bool isRight) {
    const auto& tokens = theme::darkTokens();
    QPainterPath plate;
    plate.addRoundedRect(bar, 6, 6);
    painter.fillPath(plate, tokens.controlHover);
    QColor colour = isRight ? tokens.good : tokens.accent;
    colour.setAlphaF(0.55F);
    painter.save();
    painter.setClipPath(plate);
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), colour);
    painter.restore();
    painter.setPen(tokens.text);
    painter.setFont(fontOf(kTextPixels, QFont::DemiBold));
    const QString figures = QStringLiteral("%1 %").arg(std::lround(share * 100));
    const qreal figuresWidth = theme::tabularWidth(painter.font(), figures);
    theme::drawTabular(painter, bar.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, figures);
    painter.setFont(fontOf(kTextPixels, QFont::Normal));
    const QString words = isRight ? QStringLiteral("✓ %1").arg(text(option.text)) : text(option.text);
    const QRectF room = bar.adjusted(10, 0, -20 - figuresWidth, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(room.width())));
}

}  // namespace

QImage pollPicture(const wire::Poll& poll, std::chrono::milliseconds left, QSize canvas) {
    QImage image(canvas, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const qreal scale = canvas.height() / kHeight;
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    const QFont title = fontOf(kTitlePixels, QFont::DemiBold);
    const QRectF words = QFontMetricsF(title).boundingRect(QRectF(0, 0, kWidth - 2 * kPad, kHeight / 3),
                                                           Qt::TextWordWrap, text(poll.question));
    const auto count = static_cast<qreal>(poll.options.size());
    const qreal height = kPad + words.height() + kGap * 2 + count * (kBar + kGap) + kSmallPixels * 1.5 + kPad;
    const QRectF card(kMargin, kHeight - kMargin - height, kWidth, height);
    const auto& tokens = theme::darkTokens();
    QColor plate = tokens.page;
    plate.setAlphaF(0.9F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(card, 14, 14);
    qreal top = card.top() + kPad;
    painter.setPen(tokens.text);
    painter.setFont(title);
    painter.drawText(QRectF(card.left() + kPad, top, kWidth - 2 * kPad, words.height()), Qt::TextWordWrap,
                     text(poll.question));
    top += words.height() + kGap * 2;
    std::int64_t votes = 0;
    for (const auto& option : poll.options) {
        votes += option.votes;
    }
    for (std::size_t i = 0; i < poll.options.size(); ++i) {
        const auto& option = poll.options[i];
        const double share = votes > 0 ? static_cast<double>(option.votes) / static_cast<double>(votes) : 0;
        paintOption(painter, QRectF(card.left() + kPad, top, kWidth - 2 * kPad, kBar), option, share,
                    poll.right == static_cast<std::int64_t>(i));
        top += kBar + kGap;
    }
    painter.setPen(tokens.secondary);
    painter.setFont(fontOf(kSmallPixels, QFont::Normal));
    const QString sum =
        QCoreApplication::translate("PollPicture", "%n votes", nullptr, static_cast<int>(votes));
    const QString time = poll.open ? models::clockText(std::chrono::ceil<std::chrono::seconds>(left))
                                   : QCoreApplication::translate("PollPicture", "closed");
    painter.drawText(QRectF(card.left() + kPad, top, kWidth - 2 * kPad, kSmallPixels * 1.5), Qt::AlignVCenter,
                     QStringLiteral("%1 · %2").arg(sum, time));
    return image;
}

}  // namespace footlight::audience
