#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::shell {

/// Which relay this app uses.
struct RelayChoice {
    bool bundled = true;
    QString address;  ///< of another relay: "studio.example" or "studio.example:8080"
};

/// The one question of a first start: this computer as the relay, or the address of one.
class FirstStart final : public QDialog {
    Q_OBJECT
public:
    explicit FirstStart(QWidget* parent = nullptr);

    [[nodiscard]] RelayChoice choice() const { return choice_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeOwnCard();
    QWidget* makeOtherCard();
    void takeAddress();

    QLineEdit* address_;
    QPushButton* own_;
    QPushButton* connect_;
    widgets::TextLabel* hint_;
    RelayChoice choice_;
};

/// Nothing where `text` can be the address of a relay, else a sentence that says what is wrong.
QString problemWithAddress(const QString& text);

}  // namespace footlight::shell
