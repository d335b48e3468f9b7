#include "core/relay/origin/snapshot_board.h"

#include <boost/asio/post.hpp>

#include "core/relay/origin/media_table.h"

namespace footlight::relay::origin {

SnapshotBoard::SnapshotBoard(const std::vector<net::Executor>& loops) {
    for (const auto& executor : loops) {
        loops_.push_back({executor, std::make_shared<MediaTable>(executor)});
    }
}

const std::shared_ptr<MediaTable>& SnapshotBoard::table(std::size_t loop) const {
    return loops_.at(loop).table;
}

void SnapshotBoard::announce(const std::string& channel) const {
    for (const auto& loop : loops_) {
        boost::asio::post(loop.executor, [table = loop.table, channel] { table->announce(channel); });
    }
}

void SnapshotBoard::publish(const std::string& channel, const StreamSnapshotPtr& snapshot) const {
    for (const auto& loop : loops_) {
        boost::asio::post(loop.executor,
                          [table = loop.table, channel, snapshot] { table->update(channel, snapshot); });
    }
}

void SnapshotBoard::remove(const std::string& channel, const BroadcastId& broadcast) const {
    for (const auto& loop : loops_) {
        boost::asio::post(loop.executor,
                          [table = loop.table, channel, broadcast] { table->remove(channel, broadcast); });
    }
}

void SnapshotBoard::clear() const {
    for (const auto& loop : loops_) {
        boost::asio::post(loop.executor, [table = loop.table] { table->clear(); });
    }
}

}  // namespace footlight::relay::origin
