#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/wire/notification.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class CopyField;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::people {

class Field;
class Form;
class Inbox;

/// Where notifications are sent by HTTP. The secret that signs them is shown once.
class WebhooksSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit WebhooksSection(Inbox& inbox, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// Tab has another way to go.
    void rowsChanged();

private:
    void clear();
    void addRows();
    void show(const std::vector<wire::Webhook>& webhooks);
    QWidget* makeRow(const wire::Webhook& webhook);
    void add();
    void added(const Result<wire::MadeWebhook>& made);
    void remove(const wire::Webhook& webhook);

    Inbox& inbox_;
    QWidget* rows_;
    QVBoxLayout* list_;
    widgets::TextLabel* none_;
    Form* form_;
    Field* url_;
    QCheckBox* ofChannel_;
    QPushButton* add_;
    widgets::CopyField* secret_;
    widgets::TextLabel* secretHint_;
};

}  // namespace footlight::people
