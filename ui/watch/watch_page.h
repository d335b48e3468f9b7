#pragma once

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QHBoxLayout;
class QLineEdit;
class QStackedWidget;

namespace footlight::audience {
class AudienceTabs;
class ReactionField;
}  // namespace footlight::audience
namespace footlight::chatui {
class ChatController;
class ChatPanel;
}  // namespace footlight::chatui
namespace footlight::models {
class SettingsStore;
}
namespace footlight::widgets {
class FigureLabel;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::watch {

class PlayerPane;
class SideSplitter;
class WatchController;

/// Live channels, or the one that is watched with its chat. Everything given outlives it.
class WatchPage final : public QWidget {
    Q_OBJECT
public:
    WatchPage(WatchController& controller, QAbstractItemModel& channels, chatui::ChatController& chat,
              models::SettingsStore& settings, QWidget* parent = nullptr);

    /// Takes a small control for the line below the picture.
    void addTool(QWidget* tool);

Q_SIGNALS:
    /// What cannot be and why, for the window's status line; empty when it is over.
    void notice(const QString& sentence);
    /// A guest wants to write in the chat.
    void signInAsked();

private:
    QWidget* makeList(QAbstractItemModel& channels);
    QWidget* makeStage(chatui::ChatController& chat, models::SettingsStore& settings);
    QWidget* makeCaption(models::SettingsStore& settings);
    void showOwnReactions(chatui::ChatController& chat);
    QWidget* makeSide(chatui::ChatController& chat);
    void writeInChat();
    QWidget* makeSyncButton(models::SettingsStore& settings, QWidget* parent);
    QWidget* makeLinkBar();
    void openLink();
    void makeCommands();
    void showOpened();
    void showDetails();

    WatchController& controller_;
    QStackedWidget* stack_;
    QStackedWidget* list_ = nullptr;
    QLineEdit* link_ = nullptr;
    QAction* openLink_ = nullptr;
    widgets::TextLabel* linkProblem_ = nullptr;
    PlayerPane* pane_ = nullptr;
    SideSplitter* parts_ = nullptr;
    QWidget* side_ = nullptr;
    chatui::ChatPanel* chat_ = nullptr;
    widgets::TextLabel* title_ = nullptr;
    widgets::TextLabel* channel_ = nullptr;
    QHBoxLayout* tools_ = nullptr;
    widgets::FigureLabel* viewers_ = nullptr;
    widgets::FigureLabel* latency_ = nullptr;
    audience::ReactionField* field_ = nullptr;
    audience::AudienceTabs* tabs_ = nullptr;
    QWidget* reactions_ = nullptr;
};

}  // namespace footlight::watch
