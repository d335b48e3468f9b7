#include "ui/theme/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/theme/tokens.h"

static void loadIconResources() { Q_INIT_RESOURCE(icons); }

namespace footlight::theme {
namespace {

QByteArray drawingSource(const QString& name, const QColor& colour) {
    loadIconResources();
    QFile file(QStringLiteral(":/footlight/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "icon", qPrintable(name));
    return opened ? file.readAll().replace("currentColor", colour.name().toLatin1()) : QByteArray();
}

QPixmap render(const QString& name, const QSize& size, const QColor& colour) {
    const QString key = QStringLiteral("footlight-icon/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(colour.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawingSource(name, colour));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor colourOf(IconTone tone, QIcon::Mode mode, QIcon::State state) {
    const Tokens& colours = tokens();
    if (mode == QIcon::Disabled) {
        return colours.faint;
    }
    switch (tone) {
        case IconTone::Plain:
            return mode == QIcon::Normal && state == QIcon::Off ? colours.secondary : colours.text;
        case IconTone::Strong:
            return colours.text;
        case IconTone::Accent:
            return colours.accent;
        case IconTone::OnAccent:
            return colours.onAccent;
        case IconTone::OnAir:
            return colours.onAir;
        case IconTone::Care:
            return colours.care;
        case IconTone::Good:
            return colours.good;
        case IconTone::OnPicture:
            return darkTokens().text;
    }
    return colours.text;
}

/// Paints one drawing of ours in the colours of the palette of the moment.
class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, IconTone tone) : name_(std::move(name)), tone_(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, render(name_, rect.size() * scale, colourOf(tone_, mode, state)));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return render(name_, size, colourOf(tone_, mode, state));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedEngine(name_, tone_); }

private:
    QString name_;
    IconTone tone_;
};

}  // namespace

QIcon icon(const QString& name, IconTone tone) { return QIcon(new TintedEngine(name, tone)); }

QPixmap drawing(const QString& name, int width, qreal scale, const QColor& colour) {
    QPixmap pixmap = render(name, QSize(width, width * 3 / 4) * scale, colour);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

}  // namespace footlight::theme
