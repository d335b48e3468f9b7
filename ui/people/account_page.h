#pragma once

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace footlight::widgets {
class Columns;
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::people {

class AccountState;
class DataSection;
class SessionsSection;

/// One's account at the relay that is connected. Everything given outlives it.
class AccountPage final : public QWidget {
    Q_OBJECT
public:
    AccountPage(AccountState& state, pictures::PictureStore& faces, QWidget* parent = nullptr);

    [[nodiscard]] DataSection& data() { return *data_; }
    /// Opens the dialog that signs in, or at this computer's own relay comes in as its owner.
    void signIn();
    void signOut();

Q_SIGNALS:
    /// What is wrong, for the window's status line; empty when it is over.
    void notice(const QString& sentence);
    /// The picture is to be chosen.
    void pictureAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSections();
    void saySaved();
    void showState();
    void openDialog();

    AccountState& state_;
    pictures::PictureStore& faces_;
    QStackedWidget* stack_;
    widgets::EmptyState* empty_;
    widgets::Columns* columns_ = nullptr;
    SessionsSection* sessions_ = nullptr;
    DataSection* data_ = nullptr;
    widgets::TextLabel* saved_;
    QTimer quiet_;
};

}  // namespace footlight::people
