#pragma once

#include <QFrame>

class QCheckBox;

namespace footlight::audience {
class PollBoard;
class PollCard;
class PollMaker;
}  // namespace footlight::audience
namespace footlight::widgets {
class TextLabel;
}

namespace footlight::studio {

class PollInPicture;

/// The Studio's polls: one is made, or the one that runs with its results, and whether viewers see them in
/// the picture. Both outlive it.
class PollDesk final : public QFrame {
    Q_OBJECT
public:
    PollDesk(audience::PollBoard& polls, PollInPicture& picture, QWidget* parent = nullptr);

private:
    void showMakerOrCard();

    audience::PollBoard& polls_;
    audience::PollMaker* maker_;
    audience::PollCard* card_;
    QCheckBox* inPicture_;
    widgets::TextLabel* closed_;
    widgets::TextLabel* problem_;
};

}  // namespace footlight::studio
