#include "ui/audience/chat_timeline.h"

#include <algorithm>

namespace footlight::audience {

bool ChatTimeline::knows(MessageId id) const {
    return std::any_of(lines_.rbegin(), lines_.rend(),
                       [id](const Line& line) { return line.message.id == id; });
}

void ChatTimeline::place(Line line) {
    const auto behind = std::upper_bound(lines_.begin(), lines_.end(), line.at,
                                         [](UtcTime at, const Line& each) { return at < each.at; });
    lines_.insert(behind, std::move(line));
}

ChatTimeline::Kept ChatTimeline::trim(UtcTime head) {
    Kept kept;
    while (lines_.size() > kMostLines) {
        if (lines_.front().at <= head) {
            lines_.pop_front();
            kept.from = lines_.front().at;
        } else {
            kept.to = lines_.back().at;
            lines_.pop_back();
        }
    }
    return kept;
}

void ChatTimeline::replace(const std::vector<wire::ChatMessage>& lines) {
    lines_.clear();
    insert(lines);
}

void ChatTimeline::insert(const std::vector<wire::ChatMessage>& lines) {
    for (const auto& line : lines) {
        add(line);
    }
}

void ChatTimeline::add(const wire::ChatMessage& line) {
    if (!knows(line.id)) {
        place({line, line.at, false});
    }
}

void ChatTimeline::addOwn(const wire::ChatMessage& line, std::optional<UtcTime> head) {
    if (knows(line.id)) {
        return;
    }
    place({line, head ? std::min(*head, line.at) : line.at, true});
    Q_EMIT released(line);
}

void ChatTimeline::edit(const wire::ChatMessage& line) {
    for (auto& each : lines_) {
        if (each.message.id == line.id) {
            each.message = line;
        }
    }
}

void ChatTimeline::remove(MessageId id) {
    std::erase_if(lines_, [id](const Line& line) { return line.message.id == id; });
}

void ChatTimeline::removeOf(const std::optional<UserId>& user) {
    std::erase_if(lines_, [&user](const Line& line) { return !user || line.message.user.id == *user; });
}

void ChatTimeline::clear() { lines_.clear(); }

void ChatTimeline::advanceTo(UtcTime head) {
    std::vector<wire::ChatMessage> due;
    for (auto& line : lines_) {
        if (line.at > head) {
            break;
        }
        if (!line.isShown) {
            line.isShown = true;
            due.push_back(line.message);
        }
    }
    for (const auto& message : due) {
        Q_EMIT released(message);
    }
}

void ChatTimeline::showAsOf(UtcTime head) {
    std::vector<wire::ChatMessage> shown;
    for (auto& line : lines_) {
        line.isShown = line.at <= head;
        if (line.isShown) {
            shown.push_back(line.message);
        }
    }
    if (shown.size() > kMostShown) {
        shown.erase(shown.begin(), shown.end() - static_cast<std::ptrdiff_t>(kMostShown));
    }
    Q_EMIT replaced(shown);
}

void ChatTimeline::releaseAll() { advanceTo(UtcTime::max()); }

std::size_t ChatTimeline::waiting() const {
    return static_cast<std::size_t>(
        std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return !line.isShown; }));
}

std::optional<UtcTime> ChatTimeline::oldest() const {
    return lines_.empty() ? std::nullopt : std::optional(lines_.front().at);
}

}  // namespace footlight::audience
