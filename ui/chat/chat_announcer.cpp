#include "ui/chat/chat_announcer.h"

#include <QAccessible>
#include <chrono>
#include <utility>

#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"

namespace footlight::chatui {
namespace {

constexpr std::chrono::milliseconds kBetweenAnnouncements{2000};

}  // namespace

ChatAnnouncer::ChatAnnouncer(ChatView& view) : QObject(&view), view_(view) {
    rest_.setSingleShot(true);
    rest_.setInterval(kBetweenAnnouncements);
    connect(&rest_, &QTimer::timeout, this, &ChatAnnouncer::announce);
}

void ChatAnnouncer::note(int newLines) {
    fresh_ += newLines;
    if (!rest_.isActive() && QAccessible::isActive()) {
        rest_.start();
    }
}

void ChatAnnouncer::announce() {
    const int fresh = std::exchange(fresh_, 0);
    const auto* model = view_.model();
    if (model == nullptr || model->rowCount() == 0 || fresh == 0) {
        return;
    }
    const QString last = model->index(model->rowCount() - 1).data(Qt::AccessibleTextRole).toString();
    view_.setAccessibleDescription(
        fresh == 1 ? last : ChatView::tr("%n new message(s), the last: %1", nullptr, fresh).arg(last));
    QAccessibleEvent event(&view_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    rest_.start();
}

}  // namespace footlight::chatui
