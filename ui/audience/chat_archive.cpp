#include "ui/audience/chat_archive.h"

#include <algorithm>
#include <functional>
#include <memory>

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::audience {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostLines = 500;
constexpr std::size_t kTooManyLines = 4 * kMostLines;
constexpr int kPerPage = 100;
// The newest lines of a recording are looked for in stretches, each before the last.
constexpr std::chrono::milliseconds kFirstStretch = 5s;
constexpr std::int64_t kLongerAtMost = 8;

/// One question for a stretch of a channel's chat, page by page from its end. Keeps itself until it is
/// answered.
class PageWalk : public std::enable_shared_from_this<PageWalk> {
public:
    PageWalk(client::RelayApi& api, QString path, ChatStretch wanted, client::Reply<ChatStretch> reply)
        : api_(api), path_(std::move(path)), found_(std::move(wanted)), reply_(std::move(reply)) {}

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
        if (!page && found_.lines.empty()) {
            reply_(fail(page.error()));
            return;
        }
        bool isThere = false;
        if (page) {
            isThere = !page->next || page->items.empty();
            std::vector<wire::ChatMessage> lines;
            for (const auto& line : page->items) {
                isThere = isThere || line.at < found_.from;
                if (line.at >= found_.from && line.at < found_.to) {
                    lines.push_back(line);
                }
            }
            lines.insert(lines.end(), found_.lines.begin(), found_.lines.end());
            found_.lines = std::move(lines);
        }
        if (isThere || !page || found_.lines.size() >= kMostLines) {
            // Others may have been said in the same millisecond.
            found_.from = isThere ? found_.from : std::min(found_.lines.front().at + 1ms, found_.to);
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
/// which the first answer tells, and go forward: the newest lines are those of short stretches, from the last
/// one back. Keeps itself until it is answered.
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
          part_{wanted.from, wanted.to, {}},
          wantedFrom_(wanted.from),
          found_{wanted.from, wanted.to, {}},
          reply_(std::move(reply)) {}

    void begin(ChatArchive::Part part) {
        if (*startedAt_) {
            goOn(part);
            return;
        }
        ask(QStringLiteral("?limit=1"), [self = shared_from_this(), part](const wire::RecordedChat& answer) {
            *self->startedAt_ = answer.startedAt;
            self->goOn(part);
        });
    }

private:
    using Use = std::function<void(const wire::RecordedChat&)>;

    void goOn(ChatArchive::Part part) {
        from_ = std::max(wantedFrom_, **startedAt_);
        if (part == ChatArchive::Part::Newest) {
            found_.from = part_.to;  // nothing yet
            stretch_ = kFirstStretch;
            askForPart();
        } else {
            stretch_ = 0ms;
            askForPage({});
        }
    }
    /// The lines just before those that are there.
    void askForPart() {
        part_ = {std::max(from_, UtcTime(found_.from - stretch_)), found_.from, {}};
        askForPage({});
    }
    [[nodiscard]] qint64 sinceStart(UtcTime at) const {
        return std::max<qint64>((at - **startedAt_).count(), 0);
    }
    void ask(const QString& query, Use use) {
        client::Reply<wire::RecordedChat> take(&api_, [self = shared_from_this(), use = std::move(use)](
                                                          const Result<wire::RecordedChat>& answer) {
            if (answer) {
                use(*answer);
            } else {
                self->giveUp(answer.error());
            }
        });
        const QString access =
            place_.access.isEmpty() ? QString() : QStringLiteral("&access=") + place_.access;
        api_.request({"GET", place_.path + query + access}, client::parsing(&api_, std::move(take)));
    }
    void askForPage(const QString& page) {
        const QString query = QStringLiteral("?limit=%1&from=%2&to=%3")
                                  .arg(kPerPage)
                                  .arg(sinceStart(part_.from))
                                  .arg(sinceStart(part_.to));
        const QString more = page.isEmpty() ? QString() : QStringLiteral("&page=") + client::segment(page);
        ask(query + more,
            [self = shared_from_this()](const wire::RecordedChat& answer) { self->take(answer); });
    }
    void take(const wire::RecordedChat& answer) {
        part_.lines.insert(part_.lines.end(), answer.items.begin(), answer.items.end());
        const bool isWhole = !answer.next || answer.items.empty();
        if (!isWhole && isNewest() && part_.lines.size() >= kTooManyLines) {
            shorten();
        } else if (!isWhole && (isNewest() || part_.lines.size() < kMostLines)) {
            askForPage(QString::fromStdString(*answer.next));
        } else if (isNewest()) {
            takePart();
        } else {
            answerWithFirst(isWhole);
        }
    }
    void shorten() {
        if (!found_.lines.empty() || stretch_ <= 1ms) {
            reply_(std::move(found_));
            return;
        }
        stretch_ = std::max<std::chrono::milliseconds>(stretch_ / kLongerAtMost, 1ms);
        askForPart();
    }
    [[nodiscard]] bool isNewest() const { return stretch_ > 0ms; }
    void answerWithFirst(bool isWhole) {
        if (!isWhole) {
            part_.to = part_.lines.back().at;
        }
        reply_(std::move(part_));
    }
    void takePart() {
        const auto said = static_cast<std::int64_t>(part_.lines.size());
        part_.lines.insert(part_.lines.end(), found_.lines.begin(), found_.lines.end());
        found_.lines = std::move(part_.lines);
        found_.from = part_.from;
        const auto missing =
            static_cast<std::int64_t>(kMostLines) - static_cast<std::int64_t>(found_.lines.size());
        if (missing <= 0 || found_.from <= from_) {
            found_.from = found_.from <= from_ ? wantedFrom_ : found_.from;
            reply_(std::move(found_));
            return;
        }
        // As long as it takes at that pace, or so.
        stretch_ *= std::clamp<std::int64_t>(missing / std::max<std::int64_t>(said, 1) + 1, 1, kLongerAtMost);
        askForPart();
    }
    /// What is there is of use all the same.
    void giveUp(const Error& error) {
        if (isNewest() && !found_.lines.empty()) {
            reply_(std::move(found_));
        } else if (!isNewest() && !part_.lines.empty()) {
            answerWithFirst(false);
        } else {
            reply_(fail(error));
        }
    }

    client::RelayApi& api_;
    std::shared_ptr<std::optional<UtcTime>> startedAt_;
    Place place_;
    ChatStretch part_;  ///< what is being asked for
    UtcTime wantedFrom_;
    UtcTime from_;                          ///< but not before the broadcast began
    ChatStretch found_;                     ///< of the newest, those that are whole
    std::chrono::milliseconds stretch_{0};  ///< how long the next part is; 0 where the oldest are asked for
    client::Reply<ChatStretch> reply_;
};

}  // namespace

void RecordedChatArchive::fetch(UtcTime from, UtcTime to, Part part, client::Reply<ChatStretch> reply) {
    const QString path = QStringLiteral("/recordings/%1/chat").arg(QString::fromStdString(broadcast_.text()));
    std::make_shared<RecordingWalk>(api_, RecordingWalk::Place{path, client::segment(access_)}, startedAt_,
                                    ChatStretch{from, to, {}}, std::move(reply))
        ->begin(part);
}

void ChannelChatArchive::fetch(UtcTime from, UtcTime to, Part /*part*/, client::Reply<ChatStretch> reply) {
    QString path =
        QStringLiteral("/channels/%1/messages?limit=%2").arg(client::segment(channel_)).arg(kPerPage);
    if (!playback_.isEmpty()) {
        path += QStringLiteral("&playback=") + client::segment(playback_);
    }
    const auto walk = std::make_shared<PageWalk>(api_, path, ChatStretch{from, to, {}}, std::move(reply));
    // Ids sort by time, and so does one that is made of it.
    walk->ask(to == UtcTime::max() ? std::string() : MessageId::make(to).text());
}

}  // namespace footlight::audience
