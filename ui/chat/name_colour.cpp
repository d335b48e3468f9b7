#include "ui/chat/name_colour.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace footlight::chatui {
namespace {

constexpr int kRemembered = 1024;

/// Of sRGB, WCAG 2.1's relative luminance.
qreal luminance(const QColor& colour) {
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// FNV-1a, so that a name keeps its colour when Qt changes its own hash.
quint32 hashOf(const QString& name) {
    quint32 hash = 2166136261U;
    for (const QChar character : name.toCaseFolded()) {
        hash = (hash ^ character.unicode()) * 16777619U;
    }
    return hash ^ (hash >> 15U);
}

QColor search(const QString& name, const QColor& background, const QColor& other, qreal least) {
    const quint32 hash = hashOf(name);
    // Twenty-nine hues from orange to magenta leave out the red of "on air"; two strengths of each.
    const int hue = 25 + static_cast<int>(hash % 29U) * 11;
    const int saturation = (hash / 29U) % 2U == 0 ? 150 : 205;
    const bool isDark = luminance(background) < 0.18;
    const int step = isDark ? 4 : -4;
    QColor colour;
    for (int lightness = isDark ? 150 : 110; lightness > 0 && lightness < 256; lightness += step) {
        colour = QColor::fromHsl(hue, saturation, lightness);
        if (std::min(contrast(colour, background), contrast(colour, other)) >= least) {
            return colour;
        }
    }
    return isDark ? QColor(Qt::white) : QColor(Qt::black);
}

}  // namespace

qreal contrast(const QColor& one, const QColor& other) {
    const qreal first = luminance(one);
    const qreal second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor colourOfName(const QString& name, const QColor& background, const QColor& otherBackground,
                    qreal least) {
    static QHash<QString, QColor> known;
    const QString key = name + background.name() + otherBackground.name() + QString::number(least);
    const auto found = known.constFind(key);
    if (found != known.constEnd()) {
        return *found;
    }
    if (known.size() >= kRemembered) {
        known.clear();
    }
    return *known.insert(key, search(name, background, otherBackground, least));
}

}  // namespace footlight::chatui
