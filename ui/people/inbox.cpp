#include "ui/people/inbox.h"

#include <utility>

#include "core/client/relay_client.h"

namespace footlight::people {

Inbox::Inbox(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()) {
    connect(&relay_.live(), &client::LiveSocket::notificationReceived, this, &Inbox::hear);
    // As somebody, and again after each loss of the connection: what was told meanwhile is in the inbox.
    connect(&relay_.live(), &client::LiveSocket::opened, this, &Inbox::refresh);
    connect(&relay_.api(), &client::RelayApi::signedIn, this, &Inbox::forget);
    connect(&relay_.api(), &client::RelayApi::signedOut, this, &Inbox::forget);
    refresh();
}

bool Inbox::isSignedIn() const { return relay_.api().session().has_value(); }

void Inbox::forget() {
    ++run_;
    asking_ = fetching_ = again_ = false;
    unread_ = 0;
    next_.reset();
    items_.setItems({});
    Q_EMIT failed({});
    Q_EMIT userChanged();
    Q_EMIT changed();
}

void Inbox::refresh() {
    if (!isSignedIn()) {
        return;
    }
    if (fetching_) {
        again_ = true;
        return;
    }
    fetching_ = true;
    api_.fetch(std::nullopt, {this, [this, run = run_](const Result<wire::NotificationPage>& page) {
                                  if (run != run_) {
                                      return;
                                  }
                                  fetching_ = false;
                                  take(page, true);
                                  if (std::exchange(again_, false)) {
                                      refresh();
                                  }
                              }});
}

void Inbox::loadMore() {
    if (!next_ || asking_) {
        return;
    }
    asking_ = true;
    api_.fetch(next_, {this, [this, run = run_, list = list_](const Result<wire::NotificationPage>& page) {
                           if (run == run_ && list == list_) {
                               asking_ = false;
                               take(page, false);
                           }
                       }});
}

void Inbox::take(const Result<wire::NotificationPage>& page, bool isFirst) {
    if (!page) {
        // That the relay is away is on the status line; what is shown stays.
        if (!isFirst) {
            Q_EMIT failed(QString::fromStdString(page.error().message()));
        }
        return;
    }
    if (!isFirst) {
        Q_EMIT failed({});
    }
    unread_ = page->unread;
    next_ = page->next;
    if (isFirst) {
        // Older ones that are under way belong behind those that are shown no more.
        ++list_;
        asking_ = false;
        items_.setItems(page->items);
    } else {
        items_.append(page->items);
    }
    Q_EMIT changed();
}

void Inbox::hear(const wire::Notification& notification) {
    // It may be in the page that was asked for a moment ago, and counted there.
    if (items_.prepend(notification)) {
        ++unread_;
    }
    again_ = again_ || fetching_;
    Q_EMIT changed();
    Q_EMIT arrived(notification);
}

void Inbox::markAllRead() {
    // What arrives meanwhile was not seen.
    if (const auto* newest = items_.at(0)) {
        const auto id = newest->id;
        items_.markRead(0);
        tellRead(id);
    }
}

void Inbox::markRead(int row) {
    const auto* item = items_.at(row);
    if (item == nullptr || item->read) {
        return;
    }
    const auto id = item->id;
    items_.markRead(row);
    tellRead(id);
}

void Inbox::tellRead(NotificationId upTo) {
    api_.markRead(upTo, {this, [this, run = run_](const Result<>& done) {
                             if (run != run_) {
                                 return;
                             }
                             Q_EMIT failed(done ? QString() : QString::fromStdString(done.error().message()));
                             refresh();
                         }});
}

}  // namespace footlight::people
