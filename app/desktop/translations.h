#pragma once

#include <QLocale>
#include <QTranslator>

namespace footlight::desktop {

/// The app's texts in the user's language while it lives; English where we do not have that. Owned by main,
/// after the application and before anything that shows text.
class Translations {
public:
    explicit Translations(const QLocale& locale);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

private:
    QTranslator ofQt_;
    QTranslator ours_;
};

}  // namespace footlight::desktop
