#pragma once

#include "ui/widgets/section.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace footlight::models {
class SettingsStore;
}
namespace footlight::widgets {
class IconView;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::settings {

/// Which relay this app uses, and how the connection to it stands.
class RelaySection final : public widgets::Section {
    Q_OBJECT
public:
    explicit RelaySection(models::SettingsStore& settings, QWidget* parent = nullptr);

    /// `trouble` is a sentence for people; empty while connected.
    void showConnection(const QString& relay, const QString& trouble);
    /// While on air nothing here can be changed: it would end the broadcast.
    void setOnAir(bool isOnAir);

Q_SIGNALS:
    /// Saved already. `address` is empty for this computer.
    void relayChosen(bool bundled, const QString& address);
    /// Saved already; the relay on this computer has to be started again.
    void sharingChosen(bool isShared);

private:
    QWidget* makeSharing();
    void choose();
    void chooseSharing();
    void showChoice();

    models::SettingsStore& settings_;
    QRadioButton* own_;
    QCheckBox* shared_;
    QRadioButton* other_;
    QLineEdit* address_;
    QPushButton* use_;
    widgets::IconView* mark_;
    widgets::TextLabel* status_;
    widgets::TextLabel* onAir_;
    bool isOnAir_ = false;
};

}  // namespace footlight::settings
