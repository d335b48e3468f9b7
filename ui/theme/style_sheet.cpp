#include "ui/theme/style_sheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include "ui/theme/tokens.h"

static void loadStyleResources() { Q_INIT_RESOURCE(style); }

namespace footlight::theme {
namespace {

QHash<QString, QColor> coloursByName(const Tokens& tokens) {
    return {
        {QStringLiteral("page"), tokens.page},
        {QStringLiteral("panel"), tokens.panel},
        {QStringLiteral("control"), tokens.control},
        {QStringLiteral("controlHover"), tokens.controlHover},
        {QStringLiteral("text"), tokens.text},
        {QStringLiteral("secondary"), tokens.secondary},
        {QStringLiteral("faint"), tokens.faint},
        {QStringLiteral("accent"), tokens.accent},
        {QStringLiteral("accentHover"), tokens.accentHover},
        {QStringLiteral("onAccent"), tokens.onAccent},
        {QStringLiteral("onAir"), tokens.onAir},
        {QStringLiteral("onAirHover"), tokens.onAirHover},
        {QStringLiteral("care"), tokens.care},
        {QStringLiteral("focus"), tokens.focus},
        // As text in the light the plain red and amber would be too pale: 4.5:1.
        {QStringLiteral("careText"), tokens.dark ? tokens.care : QColor(0x8A, 0x5A, 0x00)},
        {QStringLiteral("onAirText"), tokens.dark ? tokens.onAir : QColor(0xC6, 0x24, 0x2B)},
    };
}

}  // namespace

QString styleSheet(const Tokens& tokens) {
    loadStyleResources();
    QFile file(QStringLiteral(":/footlight/style/footlight.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString source = QString::fromUtf8(file.readAll());
    const QHash<QString, QColor> colours = coloursByName(tokens);
    static const QRegularExpression placeholder(QStringLiteral("@(\\w+)"));
    QString result;
    result.reserve(source.size() + source.size() / 4);
    qsizetype end = 0;
    for (auto match = placeholder.globalMatch(source); match.hasNext();) {
        const auto found = match.next();
        result.append(QStringView(source).mid(end, found.capturedStart() - end));
        Q_ASSERT_X(colours.contains(found.captured(1)), "style sheet", qPrintable(found.captured(1)));
        result += colours.value(found.captured(1)).name();
        end = found.capturedEnd();
    }
    result.append(QStringView(source).mid(end));
    return result;
}

}  // namespace footlight::theme
