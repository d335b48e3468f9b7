#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/controls.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/settings/channel_section.h"
#include "ui/settings/relay_section.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/stream_section.h"
#include "ui/widgets/confirm_dialog.h"

namespace footlight::settings {
namespace {

class Settings : public testing::Test {
protected:
    Settings() {
        page.resize(1200, 664);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }

    models::MemorySettings store;
    SettingsPage page{store};
};

TEST_F(Settings, AddressOfAnotherRelayIsCheckedSavedAndTold) {
    QSignalSpy chosen(&page.relay(), &RelaySection::relayChosen);
    const auto radios = page.findChildren<QRadioButton*>();
    ASSERT_EQ(radios.size(), 2);
    QTest::mouseClick(radios[1], Qt::LeftButton, {}, QPoint(12, radios[1]->height() / 2));
    auto* field = page.relay().findChild<QLineEdit*>();
    ASSERT_TRUE(field->isEnabled());
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("not an address"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(chosen.isEmpty());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("studio.example:8080"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(store.values.value(models::keys::kRelayAddress).toString(),
              QStringLiteral("studio.example:8080"));
}

TEST_F(Settings, RelayHereIsSharedOnlyWhenAskedAndOnlyWhileItIsUsed) {
    QSignalSpy chosen(&page.relay(), &RelaySection::sharingChosen);
    auto* shared = page.relay().findChild<QCheckBox*>();
    ASSERT_NE(shared, nullptr);
    EXPECT_FALSE(shared->isChecked());
    shared->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_TRUE(store.values.value(models::keys::kRelayShared).toBool());
    const auto radios = page.findChildren<QRadioButton*>();
    radios[1]->click();
    EXPECT_FALSE(shared->isEnabled());
    EXPECT_TRUE(RelaySection(store).findChild<QCheckBox*>()->isChecked());
}

TEST_F(Settings, NothingOfTheRelayChangesWhileOnAir) {
    page.relay().setOnAir(true);
    for (auto* button : page.relay().findChildren<QAbstractButton*>()) {
        EXPECT_FALSE(button->isEnabled()) << button->text().toStdString();
    }
    page.relay().setOnAir(false);
    EXPECT_TRUE(page.relay().findChild<QCheckBox*>()->isEnabled());
}

TEST_F(Settings, AppearanceIsSavedAndTold) {
    QSignalSpy chosen(&page, &SettingsPage::appearanceChosen);
    for (auto* box : page.findChildren<QComboBox*>()) {
        if (box->accessibleName() == QStringLiteral("Appearance")) {
            box->setCurrentIndex(2);
        }
    }
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(store.values.value(models::keys::kAppearance).toString(), QStringLiteral("light"));
}

TEST_F(Settings, KeyIsRotatedOnlyAfterAConfirmThatNamesTheChannel) {
    QSignalSpy asked(&page.channel(), &ChannelSection::rotateKeyAsked);
    page.channel().showIdentity(QStringLiteral("anna"), QStringLiteral("anna"));
    auto* rotate = page.channel().findChild<QPushButton*>();
    QTest::mouseClick(rotate, Qt::LeftButton);
    auto* dialog = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->accessibleName().contains(QStringLiteral("anna")));
    EXPECT_TRUE(asked.isEmpty());
    dialog->accept();
    EXPECT_EQ(asked.size(), 1);
}

TEST_F(Settings, TabReachesEveryControlAndEachHasAName) {
    page.channel().showIdentity(QStringLiteral("anna"), QStringLiteral("anna"));
    const auto reached = ui_tests::reachedByTab(page);
    for (QWidget* control : ui_tests::controlsOf(page)) {
        // Of a group of radio buttons Tab reaches one, arrows the others.
        if (qobject_cast<QRadioButton*>(control) == nullptr) {
            EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        }
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

}  // namespace
}  // namespace footlight::settings
