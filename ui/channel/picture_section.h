#pragma once

#include "ui/channel/picture_file.h"
#include "ui/widgets/section.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace footlight::widgets {
class AvatarView;
class PictureView;
class TextLabel;
class UndoBar;
}  // namespace footlight::widgets

namespace footlight::channel {

class PictureController;

/// The picture and the banner of one's own channel.
class PictureSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit PictureSection(PictureController& controller, QWidget* parent = nullptr);

    /// Asks for a file, then for the part of it.
    void choose(PictureKind kind);
    /// Asks for the part of a file's picture, and sends it; says here what is wrong with it.
    void useFile(PictureKind kind, const QString& path);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    /// What there is for one of the two.
    struct Row {
        QPushButton* choose = nullptr;
        QPushButton* remove = nullptr;
        QWidget* sending = nullptr;
        QProgressBar* progress = nullptr;
        widgets::TextLabel* hint = nullptr;
        widgets::TextLabel* problem = nullptr;
    };

    QWidget* makeRow(PictureKind kind, QWidget* preview);
    QWidget* makeSending(PictureKind kind, Row& row);
    Row& rowOf(PictureKind kind) { return rows_[static_cast<std::size_t>(kind)]; }
    void showPicture(PictureKind kind);
    void showProblem(PictureKind kind, const QString& sentence);

    PictureController& controller_;
    widgets::AvatarView* avatar_;
    widgets::PictureView* banner_;
    Row rows_[2];
    widgets::UndoBar* undo_;
};

}  // namespace footlight::channel
