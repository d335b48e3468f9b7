#include "ui/watch/channel_feed.h"

#include "core/client/relay_client.h"
#include "ui/models/channel_list_model.h"

namespace footlight::watch {
namespace {

constexpr std::chrono::seconds kBetween{3};

}  // namespace

ChannelFeed::ChannelFeed(client::RelayClient& relay, models::ChannelListModel& channels, QObject* parent)
    : QObject(parent), relay_(relay), channels_(channels) {
    pulse_.setInterval(kBetween);
    connect(&pulse_, &QTimer::timeout, this, &ChannelFeed::refresh);
    connect(&relay_, &client::RelayClient::connectionChanged, this, [this](client::ConnectionState state) {
        if (state == client::ConnectionState::Online) {
            pulse_.start();
            refresh();
        } else {
            pulse_.stop();
        }
    });
    connect(&relay_, &client::RelayClient::relayChanged, this, [this] { channels_.setChannels({}); });
    connect(&relay_.live(), &client::LiveSocket::wentLive, this, &ChannelFeed::refresh);
    connect(&relay_.live(), &client::LiveSocket::ended, &channels_, &models::ChannelListModel::remove);
    connect(&relay_.live(), &client::LiveSocket::viewersChanged, &channels_,
            &models::ChannelListModel::setViewers);
    if (relay_.state() == client::ConnectionState::Online) {
        pulse_.start();
        refresh();
    }
}

void ChannelFeed::refresh() {
    if (asking_) {
        return;
    }
    asking_ = true;
    relay_.api().fetchChannels(
        true, client::Reply<std::vector<wire::Channel>>(
                  this, [this, asked = relay_.api().address()](Result<std::vector<wire::Channel>> fetched) {
                      asking_ = false;
                      // A failed question keeps the list: the status line already says
                      // that the relay is away.
                      if (fetched && asked == relay_.api().address()) {
                          channels_.setChannels(std::move(*fetched));
                      }
                  }));
}

}  // namespace footlight::watch
