#include "core/relay/hub/page_service.h"

#include <algorithm>

#include "core/chat/text.h"
#include "core/relay/hub/stream_url.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kFound = 500;
constexpr std::size_t kLongestTag = 25;

bool isTag(const std::string& tag) {
    return !tag.empty() && tag.size() <= kLongestTag && std::ranges::all_of(tag, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool hasControls(const std::string& text) {
    return std::ranges::any_of(
        text, [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '\x7f'; });
}

bool isWebAddress(const std::string& text) {
    const auto url = StreamUrl::parse(text);
    return url && (url->scheme == "https" || url->scheme == "http");
}

Result<> check(const wire::ChannelAbout& about) {
    if (hasControls(about.description)) {
        return fail(ErrorCategory::Invalid, "page.description",
                    "A description has letters, marks and new lines, no other control characters.");
    }
    for (const auto& link : about.links) {
        if (link.name.empty() || !chat::checkTitle(link.name) || !isWebAddress(link.url)) {
            return fail(ErrorCategory::Invalid, "page.link",
                        "A link has a name and an address like https://example.org/.");
        }
    }
    if (auto good = chat::checkTitle(about.category); !good) {
        return fail(ErrorCategory::Invalid, "page.category", good.error().message());
    }
    if (!std::ranges::all_of(about.tags, isTag)) {
        return fail(ErrorCategory::Invalid, "page.tag", "A tag has 1 to 25 of a-z, 0-9 and -.");
    }
    return {};
}

ChannelPage fromWire(const wire::ChannelAbout& about) {
    ChannelPage page{about.description, {}, about.category, about.tags};
    for (const auto& link : about.links) {
        page.links.push_back({link.name, link.url});
    }
    return page;
}

wire::ChannelAbout toWire(const ChannelPage& page) {
    wire::ChannelAbout about{page.description, {}, page.category, page.tags};
    for (const auto& link : page.links) {
        about.links.push_back({link.name, link.url});
    }
    return about;
}

}  // namespace

PageService::PageService(Stores stores, net::WorkPool& database, Reading reading)
    : stores_(stores), database_(database), reading_(reading) {}

net::Task<Result<wire::ChannelAbout>> PageService::find(std::string channel) {
    auto work = [this, channel]() -> Result<wire::ChannelAbout> {
        const auto found = stores_.channels.find(channel);
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + channel + ".");
        }
        const auto page = stores_.community.pages.find((*found)->id);
        return page ? Result<wire::ChannelAbout>(toWire(*page)) : fail(page.error());
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<wire::ChannelAbout>> PageService::change(accounts::Channel channel,
                                                          wire::ChannelAbout about) {
    if (auto good = check(about); !good) {
        co_return fail(std::move(good.error()));
    }
    auto work = [this, id = channel.id, page = fromWire(about)] {
        return stores_.community.pages.put(id, page);
    };
    if (auto stored = co_await database_.run(std::move(work)); !stored) {
        co_return fail(std::move(stored.error()));
    }
    co_return about;
}

net::Task<Result<std::vector<DirectoryEntry>>> PageService::search(DirectoryQuestion question) {
    auto work = [this, question] { return reading_.stores.community.pages.search(question, kFound); };
    co_return co_await reading_.pool.run(std::move(work));
}

}  // namespace footlight::relay::hub
