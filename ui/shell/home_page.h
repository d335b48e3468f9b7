#pragma once

#include <QWidget>

#include "ui/models/on_air_state.h"

class QAbstractItemModel;
class QFrame;
class QStackedWidget;

namespace footlight::widgets {
class EmptyState;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::shell {

/// The first page: who is live on this relay, whether you are, and what to do first.
class HomePage final : public QWidget {
    Q_OBJECT
public:
    /// `channels` outlives the page; its roles are those of ChannelGrid.
    explicit HomePage(QAbstractItemModel& channels, QWidget* parent = nullptr);

    void setOnAir(const models::OnAirState& state);

Q_SIGNALS:
    void channelChosen(const QString& name);
    void studioAsked();

private:
    QWidget* makeOnAirCard();
    void showListOrEmpty();

    QAbstractItemModel& channels_;
    QFrame* onAirCard_;
    widgets::TextLabel* onAirText_;
    widgets::TextLabel* heading_;
    widgets::EmptyState* empty_;
    QStackedWidget* stack_;
};

}  // namespace footlight::shell
