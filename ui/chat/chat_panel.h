#pragma once

#include <QFrame>

class QAbstractItemModel;
class QLineEdit;
class QToolButton;

namespace footlight::widgets {
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::chatui {

class ChatView;

/// Chat with its heading and the line to write in. The owner says who may write.
class ChatPanel final : public QFrame {
    Q_OBJECT
public:
    /// `model` as ChatView wants it; not owned.
    explicit ChatPanel(QAbstractItemModel* model, QWidget* parent = nullptr);

    /// An empty `reason` opens the line; else it is shown in its place.
    void setClosed(const QString& reason);
    void setHeading(const QString& text);
    void setEmptyTexts(const QString& title, const QString& sentence);
    void focusComposer();

Q_SIGNALS:
    /// Trimmed, never empty.
    void said(const QString& text);

private:
    void say();
    void showEmptyOrView();

    QAbstractItemModel* model_;
    widgets::TextLabel* heading_;
    ChatView* view_;
    widgets::EmptyState* empty_;
    QLineEdit* composer_;
    QToolButton* send_;
};

}  // namespace footlight::chatui
