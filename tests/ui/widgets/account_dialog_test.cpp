#include "ui/widgets/account_dialog.h"

#include <gtest/gtest.h>

#include <QDialog>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace footlight::widgets {
namespace {

/// As recovery codes: not by Escape.
class Stubborn final : public QDialog {
public:
    using QDialog::QDialog;
    void reject() override {}
};

TEST(AccountDialogs, GoWithWhoeverSignsOutAndOthersStay) {
    QWidget window;
    auto* page = new QWidget(&window);
    window.show();
    const QPointer<QDialog> ofAccount(new QDialog(page));
    const QPointer<QDialog> within(new QDialog(ofAccount));
    const QPointer<QDialog> codes(new Stubborn(page));
    QDialog another(page);
    QSignalSpy accepted(ofAccount, &QDialog::accepted);
    QSignalSpy rejected(ofAccount, &QDialog::rejected);
    openAccountDialog(*ofAccount);
    openAccountDialog(*within);
    openAccountDialog(*codes);
    another.open();
    closeAccountDialogs(window);
    EXPECT_EQ(rejected.count(), 1);
    EXPECT_EQ(accepted.count(), 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !ofAccount && !within; }));
    EXPECT_TRUE(codes && codes->isVisible());
    EXPECT_TRUE(another.isVisible());
    closeAccountDialogs(window);
    EXPECT_TRUE(another.isVisible());
}

}  // namespace
}  // namespace footlight::widgets
