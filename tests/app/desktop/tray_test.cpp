#include "app/desktop/tray.h"

#include <gtest/gtest.h>

namespace footlight::desktop {

TEST(WithoutMarkup, LeavesNothingThatADesktopTakesForATag) {
    const QString said =
        withoutMarkup(QStringLiteral("<b>look</b> <a href=\"http://x\">here</a> &amp; there"));
    for (const char mark : {'<', '>', '&'}) {
        EXPECT_FALSE(said.contains(QLatin1Char(mark))) << mark;
    }
    EXPECT_EQ(withoutMarkup(QStringLiteral("Grüße, 1 \u2039 2")), QStringLiteral("Grüße, 1 \u2039 2"));
}

}  // namespace footlight::desktop
