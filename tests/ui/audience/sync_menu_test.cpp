#include "ui/audience/sync_menu.h"

#include <gtest/gtest.h>

#include <QSpinBox>

#include "tests/ui/support/memory_settings.h"
#include "ui/audience/chat_sync.h"
#include "ui/audience/sync_strip.h"
#include "ui/models/settings_store.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

TEST(SyncMenu, KeepsWhatIsChosen) {
    models::MemorySettings settings;
    {
        const SystemClock clock;
        ChatSync sync(clock);
        SyncMenu menu(sync, settings);
        EXPECT_EQ(sync.choice(), SyncChoice::Automatic);
        for (auto* action : menu.actions()) {
            if (action->text() == QStringLiteral("On")) {
                action->trigger();
            }
        }
        EXPECT_EQ(sync.choice(), SyncChoice::On);
        menu.findChild<QSpinBox*>()->setValue(-4);
        EXPECT_EQ(sync.offset(), std::chrono::seconds(-4));
    }
    const SystemClock clock;
    ChatSync sync(clock);
    SyncMenu menu(sync, settings);
    EXPECT_EQ(sync.choice(), SyncChoice::On);
    EXPECT_EQ(sync.offset(), std::chrono::seconds(-4));
    EXPECT_EQ(menu.findChild<QSpinBox*>()->value(), -4);
}

TEST(SyncStrip, SaysThatChatWaitsAndIsGoneOtherwise) {
    const SystemClock clock;
    ChatSync sync(clock);
    sync.begin(ChatSync::Kind::Live, nullptr);
    QWidget window;
    SyncStrip strip(sync, &window);
    EXPECT_TRUE(strip.isHidden());
    const UtcTime captured = utcFromMilliseconds(1'800'000'000'000);
    sync.follow({captured, std::chrono::seconds(8)});
    EXPECT_FALSE(strip.isHidden());
    EXPECT_EQ(strip.findChild<widgets::TextLabel*>()->text(), QStringLiteral("In sync with the picture"));
    sync.follow({captured, std::chrono::seconds(1)});
    EXPECT_TRUE(strip.isHidden());
}

}  // namespace
}  // namespace footlight::audience
