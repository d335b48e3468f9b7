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

/// One's own channel: where it is published to, who may watch, what is kept, and where it is sent on to. What
/// is changed is saved at once and says so quietly. The controller outlives it.
class ChannelPage final : public QWidget {
    Q_OBJECT
public:
    explicit ChannelPage(ChannelController& controller, QWidget* parent = nullptr);

    [[nodiscard]] IngestSection& ingest() { return *ingest_; }
    [[nodiscard]] AwaySection& away() { return *away_; }

Q_SIGNALS:
    /// What is wrong and what to do, for the window's status line; empty when it is over.
    void notice(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSections();
    void orderTabs();

    ChannelController& controller_;
    QStackedWidget* stack_;
    widgets::Columns* columns_ = nullptr;
    IngestSection* ingest_ = nullptr;
    AwaySection* away_ = nullptr;
    widgets::TextLabel* saved_;
    QTimer quiet_;
};

}  // namespace footlight::channel
