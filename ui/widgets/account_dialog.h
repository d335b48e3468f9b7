#pragma once

class QDialog;
class QWidget;

namespace footlight::widgets {

/// Opens a dialog that is about what belongs to whoever is signed in, and goes when they sign out
/// (closeAccountDialogs). It deletes itself once it is closed.
void openAccountDialog(QDialog& dialog);

/// Turns down those that are open below that widget: nobody is there any more whose things they are. One that
/// refuses to go, as recovery codes do that nobody has kept yet, stays.
void closeAccountDialogs(const QWidget& window);

}  // namespace footlight::widgets
