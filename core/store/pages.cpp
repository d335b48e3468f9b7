#include "core/store/pages.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "core/store/row.h"

namespace footlight::store {
namespace {

std::string columnFrom(const std::vector<relay::PageLink>& links) {
    std::string text;
    for (const auto& link : links) {
        text += link.name + "\t" + link.url + "\n";
    }
    return text;
}

std::vector<relay::PageLink> linksFrom(const std::string& text) {
    std::vector<relay::PageLink> links;
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
        const auto tab = line.find('\t');
        if (tab != std::string::npos) {
            links.push_back({line.substr(0, tab), line.substr(tab + 1)});
        }
    }
    return links;
}

std::string columnFrom(const std::vector<std::string>& tags) {
    std::string text = " ";
    for (const auto& tag : tags) {
        text += tag + " ";
    }
    return text;
}

std::vector<std::string> tagsFrom(const std::string& text) {
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
}

/// What LIKE finds `text` by, wherever it stands; without anything that LIKE would read as more.
std::string like(const std::string& text, const std::string& around) {
    std::string pattern = "%" + around;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') {
            pattern += '!';
        }
        pattern += c;
    }
    return pattern + around + "%";
}

/// Ids are digits and hyphens: they stand in a statement as they are.
std::string listOf(const std::vector<ChannelId>& ids) {
    std::string list;
    for (const auto& id : ids) {
        list += (list.empty() ? "'" : ", '") + id.text() + "'";
    }
    return list;
}

}  // namespace

Result<relay::ChannelPage> Pages::find(ChannelId channel) {
    const auto id = channel.text();
    return attempt("reading a channel's page", [&]() -> Result<relay::ChannelPage> {
        relay::ChannelPage page;
        std::string links;
        std::string tags;
        sql_ << "SELECT description, links, category, tags FROM channel_pages WHERE channel_id = :id",
            soci::use(id), soci::into(page.description), soci::into(links), soci::into(page.category),
            soci::into(tags);
        if (sql_.got_data()) {
            page.links = linksFrom(links);
            page.tags = tagsFrom(tags);
        }
        return page;
    });
}

Result<> Pages::put(ChannelId channel, const relay::ChannelPage& page) {
    const auto id = channel.text();
    const auto links = columnFrom(page.links);
    const auto tags = columnFrom(page.tags);
    return attempt("storing a channel's page", [&]() -> Result<> {
        sql_ << "INSERT INTO channel_pages (channel_id, description, links, category, tags) "
                "VALUES (:id, :description, :links, :category, :tags) ON CONFLICT (channel_id) DO UPDATE SET "
                "description = excluded.description, links = excluded.links, category = excluded.category, "
                "tags = excluded.tags",
            soci::use(id), soci::use(page.description), soci::use(links), soci::use(page.category),
            soci::use(tags);
        return {};
    });
}

std::vector<relay::DirectoryEntry> Pages::found(const relay::DirectoryQuestion& question,
                                                const std::string& which, std::size_t limit) {
    const auto tag = question.tag.empty() ? std::string("%") : like(question.tag, " ");
    const auto text = like(question.search, "");
    const auto count = static_cast<long long>(limit);
    ChannelRow row;
    std::string category;
    std::string tags;
    std::string avatar;
    long long followers = 0;
    soci::statement select =
        (sql_.prepare << "SELECT " << kChannelColumns
                      << ", COALESCE(p.category, ''), COALESCE(p.tags, ''), (SELECT COUNT(*) FROM follows "
                         "WHERE follows.channel_id = channels.id) AS popularity, "
                         "COALESCE((SELECT hash FROM channel_pictures WHERE kind = 'avatar' "
                         "AND channel_pictures.channel_id = channels.id), '') "
                         "FROM channels LEFT JOIN channel_pages p ON p.channel_id = channels.id "
                         "WHERE channels.visibility = 'public' "
                      << which
                      << "AND (:any = '' OR p.category = :category) "
                         "AND COALESCE(p.tags, '') LIKE :tag ESCAPE '!' "
                         "AND (channels.name LIKE :a ESCAPE '!' OR channels.title LIKE :b ESCAPE '!' "
                         "OR COALESCE(p.description, '') LIKE :c ESCAPE '!' "
                         "OR COALESCE(p.tags, '') LIKE :d ESCAPE '!') "
                         "ORDER BY popularity DESC, channels.name_folded LIMIT :count",
         soci::use(question.category), soci::use(question.category), soci::use(tag), soci::use(text),
         soci::use(text), soci::use(text), soci::use(text), soci::use(count), soci::into(row.id),
         soci::into(row.owner), soci::into(row.name), soci::into(row.title), soci::into(row.visibility),
         soci::into(category), soci::into(tags), soci::into(followers), soci::into(avatar));
    std::vector<relay::DirectoryEntry> entries;
    select.execute();
    while (select.fetch()) {
        entries.push_back({row.channel(), category, tagsFrom(tags), followers, avatar});
    }
    return entries;
}

Result<std::vector<relay::DirectoryEntry>> Pages::search(const relay::DirectoryQuestion& question,
                                                         std::size_t limit) {
    return attempt("searching channels", [&]() -> Result<std::vector<relay::DirectoryEntry>> {
        std::vector<relay::DirectoryEntry> entries;
        std::string others;
        if (!question.live.empty()) {
            const auto live = "(" + listOf(question.live) + ") ";
            entries = found(question, "AND channels.id IN " + live, question.live.size());
            others = "AND channels.id NOT IN " + live;
        }
        if (!question.isLiveOnly) {
            auto rest = found(question, others, limit);
            std::ranges::move(rest, std::back_inserter(entries));
        }
        return entries;
    });
}

}  // namespace footlight::store
