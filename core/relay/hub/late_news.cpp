#include "core/relay/hub/late_news.h"

namespace footlight::relay::hub {
namespace {

/// News are stored within moments of their lines, unless the disk is busy or full.
constexpr std::chrono::minutes kSpan{10};
constexpr std::size_t kLines = 2'000;

}  // namespace

void tellOf(AudienceEvents& events, const AddressedLine& addressed) {
    const auto& [message, channel] = addressed;
    SpokenLine line;
    line.channel.name = channel;
    line.channel.id = message.channel;
    line.message = message.id;
    line.from = {message.user, message.userName};
    line.text = message.text;
    line.at = message.at;
    const auto answered = message.replyTo && message.replyTo->person.user != message.user
                              ? std::optional(message.replyTo->person.user)
                              : std::nullopt;
    if (answered) {
        events.replied(line, *answered);
    }
    std::vector<std::string> names;
    for (const auto& person : message.mentions) {
        if (person.user != message.user && person.user != answered) {
            names.push_back(person.name);
        }
    }
    if (!names.empty()) {
        events.mentioned(line, names);
    }
}

net::Task<> LateNews::tellAgain() {
    auto read = [this] { return stores_.messages.addressedLately(kSpan, kLines); };
    const auto lines = co_await database_.run(std::move(read));
    if (!lines) {
        co_return;  // the disk's own trouble, which others tell of
    }
    for (const auto& line : *lines) {
        tellOf(events_, line);
    }
}

}  // namespace footlight::relay::hub
