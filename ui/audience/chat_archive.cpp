#include "ui/audience/chat_archive.h"

#include <memory>

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::audience {
namespace {

constexpr std::size_t kMostLines = 500;
constexpr int kPerPage = 100;

/// One question for a stretch of a channel's chat, page by page from its end. Keeps itself until it is
/// answered.
class PageWalk : public std::enable_shared_from_this<PageWalk> {
public:
    PageWalk(client::RelayApi& api, const QString& channel, ChatStretch wanted,
             client::Reply<ChatStretch> reply)
        : api_(api),
          path_(QStringLiteral("/channels/%1/messages?limit=%2").arg(client::segment(channel)).arg(kPerPage)),
          found_(std::move(wanted)),
          reply_(std::move(reply)) {}

    void ask(const std::string& before) {
        QString path = path_;
        if (!before.empty()) {
            path += QStringLiteral("&before=") + client::segment(QString::fromStdString(before));
        }
        const auto self = shared_from_this();
        client::Reply<wire::MessagePage> take(
            &api_, [self](const Result<wire::MessagePage>& page) { self->take(page); });
        api_.request({"GET", path}, client::parsing(&api_, std::move(take)));
    }

private:
    void take(const Result<wire::MessagePage>& page) {
        if (!page) {
            reply_(fail(page.error()));
            return;
        }
        std::vector<wire::ChatMessage> lines;
        bool isThere = !page->next || page->items.empty();
        for (const auto& line : page->items) {
            isThere = isThere || line.at < found_.from;
            if (line.at >= found_.from && line.at < found_.to) {
                lines.push_back(line);
            }
        }
        lines.insert(lines.end(), found_.lines.begin(), found_.lines.end());
        found_.lines = std::move(lines);
        if (isThere || found_.lines.size() >= kMostLines) {
            found_.from = isThere ? found_.from : found_.lines.front().at;
            reply_(std::move(found_));
        } else {
            ask(*page->next);
        }
    }

    client::RelayApi& api_;
    QString path_;
    ChatStretch found_;
    client::Reply<ChatStretch> reply_;
};

/// One question for a stretch of a recording's chat. Its requests count from the start of the broadcast,
/// which the first answer tells. Keeps itself until it is answered.
class RecordingWalk : public std::enable_shared_from_this<RecordingWalk> {
public:
    /// `path` of the chat, and what is asked with every question.
    struct Place {
        QString path;
        QString access;
    };
    RecordingWalk(client::RelayApi& api, Place place, std::shared_ptr<std::optional<UtcTime>> startedAt,
                  ChatStretch wanted, client::Reply<ChatStretch> reply)
        : api_(api),
          startedAt_(std::move(startedAt)),
          place_(std::move(place)),
          found_(std::move(wanted)),
          reply_(std::move(reply)) {}

    void begin() {
        if (*startedAt_) {
            askForAll();
            return;
        }
        ask(QStringLiteral("?limit=1"), [](RecordingWalk& self, const wire::RecordedChat& answer) {
            *self.startedAt_ = answer.startedAt;
            self.askForAll();
        });
    }

private:
    using Use = void (*)(RecordingWalk&, const wire::RecordedChat&);

    void askForAll() {
        query_ = QStringLiteral("?limit=%1&from=%2&to=%3")
                     .arg(kPerPage)
                     .arg(sinceStart(found_.from))
                     .arg(sinceStart(found_.to));
        askForPage({});
    }
    [[nodiscard]] qint64 sinceStart(UtcTime at) const {
        return std::max<qint64>((at - **startedAt_).count(), 0);
    }
    void ask(const QString& query, Use use) {
        client::Reply<wire::RecordedChat> take(
            &api_, [self = shared_from_this(), use](const Result<wire::RecordedChat>& answer) {
                if (answer) {
                    use(*self, *answer);
                } else {
                    self->reply_(fail(answer.error()));
                }
            });
        const QString access =
            place_.access.isEmpty() ? QString() : QStringLiteral("&access=") + place_.access;
        api_.request({"GET", place_.path + query + access}, client::parsing(&api_, std::move(take)));
    }
    void askForPage(const QString& page) {
        const QString more = page.isEmpty() ? QString() : QStringLiteral("&page=") + client::segment(page);
        ask(query_ + more, [](RecordingWalk& self, const wire::RecordedChat& answer) { self.take(answer); });
    }
    void take(const wire::RecordedChat& answer) {
        found_.lines.insert(found_.lines.end(), answer.items.begin(), answer.items.end());
        if (!answer.next || answer.items.empty()) {
            reply_(std::move(found_));
        } else if (found_.lines.size() >= kMostLines) {
            found_.to = found_.lines.back().at;
            reply_(std::move(found_));
        } else {
            askForPage(QString::fromStdString(*answer.next));
        }
    }

    client::RelayApi& api_;
    std::shared_ptr<std::optional<UtcTime>> startedAt_;
    Place place_;
    QString query_;
    ChatStretch found_;
    client::Reply<ChatStretch> reply_;
};

}  // namespace

void RecordedChatArchive::fetch(UtcTime from, UtcTime to, client::Reply<ChatStretch> reply) {
    const QString path = QStringLiteral("/recordings/%1/chat").arg(QString::fromStdString(broadcast_.text()));
    std::make_shared<RecordingWalk>(api_, RecordingWalk::Place{path, client::segment(access_)}, startedAt_,
                                    ChatStretch{from, to, {}}, std::move(reply))
        ->begin();
}

void ChannelChatArchive::fetch(UtcTime from, UtcTime to, client::Reply<ChatStretch> reply) {
    const auto walk = std::make_shared<PageWalk>(api_, channel_, ChatStretch{from, to, {}}, std::move(reply));
    // Ids sort by time, and so does one that is made of it.
    walk->ask(to == UtcTime::max() ? std::string() : MessageId::make(to).text());
}

}  // namespace footlight::audience
