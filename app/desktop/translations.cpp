#include "app/desktop/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace footlight::desktop {
namespace {

const QString kFolder = QStringLiteral(":/footlight/translations");

}  // namespace

Translations::Translations(const QLocale& locale) {
    if (ours_.load(locale, QStringLiteral("footlight"), QStringLiteral("_"), kFolder)) {
        if (ofQt_.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(&ofQt_);
        }
    } else if (!ours_.load(kFolder + QStringLiteral("/footlight_en.qm"))) {
        return;
    }
    QCoreApplication::installTranslator(&ours_);
}

Translations::~Translations() {
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&ofQt_);
}

}  // namespace footlight::desktop
