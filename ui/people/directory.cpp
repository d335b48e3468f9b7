#include "ui/people/directory.h"

#include <QHash>
#include <algorithm>

#include "core/client/relay_client.h"

namespace footlight::people {
namespace {

constexpr std::chrono::milliseconds kTypingEnds{250};
constexpr std::chrono::seconds kBetween{5};
constexpr qsizetype kMostChips = 8;

/// The most frequent first.
QStringList ranked(const QHash<QString, int>& counts) {
    QStringList names = counts.keys();
    std::sort(names.begin(), names.end(), [&counts](const QString& a, const QString& b) {
        const int first = counts.value(a);
        const int second = counts.value(b);
        return first != second ? first > second : a < b;
    });
    return names.mid(0, kMostChips);
}

}  // namespace

Directory::Directory(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()) {
    typing_.setSingleShot(true);
    typing_.setInterval(kTypingEnds);
    pulse_.setInterval(kBetween);
    connect(&typing_, &QTimer::timeout, this, &Directory::refresh);
    connect(&pulse_, &QTimer::timeout, this, &Directory::refresh);
    connect(&relay_, &client::RelayClient::relayChanged, this, [this] {
        ++run_;
        take({}, true);
    });
    connect(&relay_.live(), &client::LiveSocket::wentLive, this, &Directory::refresh);
    connect(&relay_.live(), &client::LiveSocket::ended, this, &Directory::refresh);
    connect(&relay_, &client::RelayClient::connectionChanged, this, [this](client::ConnectionState state) {
        if (state == client::ConnectionState::Online) {
            refresh();
        }
    });
}

void Directory::search(const QString& words) {
    if (query_.search != words.trimmed()) {
        query_.search = words.trimmed();
        typing_.start();
    }
}

void Directory::filterCategory(const QString& category) {
    query_.category = category;
    refresh();
}

void Directory::filterTag(const QString& tag) {
    query_.tag = tag;
    refresh();
}

void Directory::setShown(bool isShown) {
    if (isShown) {
        pulse_.start();
        refresh();
    } else {
        pulse_.stop();
    }
}

void Directory::refresh() {
    typing_.stop();
    if (relay_.api().address().isEmpty()) {
        return;
    }
    pending_.cancel();
    const bool isAll = query_ == client::DirectoryQuery{};
    pending_ = api_.fetchDirectory(
        query_, {this, [this, isAll, run = ++run_](Result<std::vector<wire::DirectoryItem>> items) {
                     // A failed question keeps what is shown: the status line says that the relay is away.
                     if (items && run == run_) {
                         take(std::move(*items), isAll);
                     }
                 }});
}

void Directory::take(std::vector<wire::DirectoryItem> items, bool isAll) {
    if (isAll) {
        QHash<QString, int> categories;
        QHash<QString, int> tags;
        for (const auto& item : items) {
            if (!item.category.empty()) {
                ++categories[QString::fromStdString(item.category)];
            }
            for (const auto& tag : item.tags) {
                ++tags[QString::fromStdString(tag)];
            }
        }
        categories_ = ranked(categories);
        tags_ = ranked(tags);
    }
    live_.clear();
    offline_.clear();
    for (auto& item : items) {
        (item.live ? live_ : offline_).push_back(std::move(item));
    }
    Q_EMIT changed();
}

}  // namespace footlight::people
