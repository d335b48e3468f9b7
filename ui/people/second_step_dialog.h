#pragma once

#include <QDialog>
#include <QStringList>

#include "core/wire/security.h"

class QPushButton;
class QStackedWidget;

namespace footlight::widgets {
class CopyField;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class AccountState;
class Field;
class QrView;

/// Turns the second step on: the key as a QR code and as text, the code that proves that the app has it, and
/// the recovery codes, shown this once.
class SecondStepDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SecondStepDialog(AccountState& state, QWidget* parent = nullptr);

    void reject() override;

private:
    QWidget* makePasswordPage();
    QWidget* makeKeyPage();
    QWidget* makeCodesPage();
    void go(int page, const QString& title, const QString& verb);
    void act();
    void start();
    void confirm();
    void showCodes(const wire::RecoveryCodes& codes);
    void save();

    AccountState& state_;
    widgets::TextLabel* title_;
    QStackedWidget* pages_;
    Field* password_ = nullptr;
    QrView* picture_ = nullptr;
    widgets::CopyField* key_ = nullptr;
    Field* code_ = nullptr;
    widgets::TextLabel* codesText_ = nullptr;
    widgets::TextLabel* saved_ = nullptr;
    QStringList codes_;
    bool isConfirming_ = false;
    QPushButton* cancel_;
    QPushButton* act_;
};

}  // namespace footlight::people
