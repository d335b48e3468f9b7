#pragma once

#include <QWidget>

class QStackedWidget;

namespace footlight::people {

class ChoicesSection;
class Inbox;
class WebhooksSection;

/// What one is told of and by which ways. The inbox outlives it.
class NotificationsPage final : public QWidget {
    Q_OBJECT
public:
    explicit NotificationsPage(Inbox& inbox, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSections();
    void showState();

    Inbox& inbox_;
    QStackedWidget* stack_;
    ChoicesSection* choices_ = nullptr;
    WebhooksSection* webhooks_ = nullptr;
};

}  // namespace footlight::people
