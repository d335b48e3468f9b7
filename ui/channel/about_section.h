#pragma once

#include <vector>

#include "core/wire/page.h"
#include "ui/widgets/section.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class PageController;

/// What the channel tells of itself: a text, links, a category and tags.
class AboutSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit AboutSection(PageController& controller, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Tab has another way to go.
    void rowsChanged();

private:
    struct Link {
        QWidget* row = nullptr;
        QLineEdit* name = nullptr;
        QLineEdit* url = nullptr;
    };

    QWidget* makeLinks();
    void addLink(const wire::PageLink& link);
    void removeLink(QWidget* row);
    void showAbout(const wire::ChannelAbout& about);
    void showProblem(const QString& code, const QString& sentence);
    void touch();
    void forgetTyped();
    void save();
    void saved();

    PageController& controller_;
    QPlainTextEdit* text_;
    QLineEdit* category_;
    QLineEdit* tags_;
    QVBoxLayout* links_ = nullptr;
    std::vector<Link> rows_;
    QPushButton* addLink_;
    QPushButton* save_;
    widgets::TextLabel* problem_;
    int typed_ = 0;  ///< how often something was changed that is not saved; no refresh overwrites it
    int sent_ = 0;   ///< the same when it was sent
};

}  // namespace footlight::channel
