#pragma once

#include <QDialog>

namespace footlight::widgets {

/// Asks before what cannot be taken back. The question names the thing, the buttons name the verbs; the
/// careful one has the focus.
class ConfirmDialog final : public QDialog {
    Q_OBJECT
public:
    struct Words {
        QString question;
        QString consequence;
        QString verb;  ///< "End broadcast"
        QString keep;  ///< "Keep going"
    };

    /// `tone` of the button with the verb: "onair" or "primary".
    ConfirmDialog(const Words& words, const QString& tone, QWidget* parent = nullptr);
};

}  // namespace footlight::widgets
