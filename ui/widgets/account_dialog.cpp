#include "ui/widgets/account_dialog.h"

#include <QDialog>
#include <QPointer>

namespace footlight::widgets {
namespace {

constexpr const char* kMark = "footlightOfAccount";

}  // namespace

void openAccountDialog(QDialog& dialog) {
    dialog.setProperty(kMark, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.open();
}

void closeAccountDialogs(const QWidget& window) {
    QList<QPointer<QDialog>> open;
    for (auto* dialog : window.findChildren<QDialog*>()) {
        if (dialog->property(kMark).toBool() && dialog->isVisible()) {
            open.append(dialog);
        }
    }
    for (const auto& dialog : std::as_const(open)) {
        if (dialog) {
            dialog->reject();
        }
    }
}

}  // namespace footlight::widgets
