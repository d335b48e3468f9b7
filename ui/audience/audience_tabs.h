#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::audience {

struct Audience;
class QuestionsPanel;

/// The side of a page: chat, questions with raised hands, and who is here, one of them at a time; more may be
/// added. The room outlives it.
class AudienceTabs final : public QWidget {
    Q_OBJECT
public:
    /// Takes the widget of the chat. `faces`, of those who are here, outlives it.
    AudienceTabs(Audience& audience, pictures::PictureStore& faces, QWidget* chat, QWidget* parent = nullptr);

    void addTab(const QString& name, QWidget* page);
    /// Taken: stands at the end of the tabs while the chat is shown.
    void setChatTool(QWidget* tool);
    /// Chat alone, without the tabs: there is no audience.
    void setAlone(bool isAlone);
    void showChat();
    [[nodiscard]] int current() const;

Q_SIGNALS:
    /// Of those who are here, at that place of the screen.
    void personChosen(const QString& name, const QPoint& globalPosition);

private:
    void wire();
    void show(int tab);
    void nameQuestions();

    Audience& audience_;
    QHBoxLayout* bar_;
    QWidget* heading_;
    QWidget* chatTool_ = nullptr;
    QStackedWidget* pages_;
    QList<QPushButton*> buttons_;
    QuestionsPanel* questions_;
    int unseen_ = 0;
};

}  // namespace footlight::audience
