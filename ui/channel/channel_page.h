#pragma once

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace footlight::widgets {
class Columns;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::channel {

class AwaySection;
class ChannelController;
class IngestSection;
class PageController;
class PictureController;
class PictureSection;

/// One's own channel: where it is published to, who may watch, what is kept, where it is sent on to, and what
/// it tells of itself. What is changed is saved at once and says so quietly. The controllers outlive it.
class ChannelPage final : public QWidget {
    Q_OBJECT
public:
    ChannelPage(ChannelController& controller, PageController& about, PictureController& pictures,
                QWidget* parent = nullptr);

    [[nodiscard]] IngestSection& ingest() { return *ingest_; }
    [[nodiscard]] AwaySection& away() { return *away_; }
    [[nodiscard]] PictureSection& pictures() { return *pictureSection_; }

Q_SIGNALS:
    /// What is wrong and what to do, for the window's status line; empty when it is over.
    void notice(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSections();
    void orderTabs();

    void saySaved();

    ChannelController& controller_;
    PageController& about_;
    PictureController& pictures_;
    QStackedWidget* stack_;
    widgets::Columns* columns_ = nullptr;
    IngestSection* ingest_ = nullptr;
    AwaySection* away_ = nullptr;
    PictureSection* pictureSection_ = nullptr;
    widgets::TextLabel* saved_;
    QTimer quiet_;
};

}  // namespace footlight::channel
