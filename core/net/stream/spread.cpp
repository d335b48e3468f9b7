#include "core/net/stream/spread.h"

#include <unistd.h>

#include <boost/asio/post.hpp>

namespace footlight::net {

namespace asio = boost::asio;
using asio::ip::tcp;

Spread::Place::Place(std::shared_ptr<Spread> spread, Executor executor, TakeConnection take)
    : spread_(std::move(spread)),
      own_(std::make_shared<const Seat>(Seat{std::move(executor), std::move(take)})) {
    auto seats = spread_->seats_.lock();
    place_ = seats->insert(seats->end(), own_);
}

Spread::Place::~Place() { spread_->seats_.lock()->erase(place_); }

void Spread::Place::deal(tcp::socket socket, const tcp::endpoint& peer) const {
    auto seat = spread_->next();
    if (seat == own_) {
        seat->take(std::move(socket), peer);
        return;
    }
    const auto executor = seat->executor;
    tcp::socket given(executor);
    boost::system::error_code error;
    if (const int handle = socket.release(error); !error) {
        given.assign(peer.protocol(), handle, error);
        if (error) {
            ::close(handle);
        }
    }
    if (!error) {
        asio::post(executor, [seat = std::move(seat), peer, given = std::move(given)]() mutable {
            seat->take(std::move(given), peer);
        });
    }
}

std::shared_ptr<const Spread::Seat> Spread::next() {
    auto seats = seats_.lock();
    seats->splice(seats->end(), *seats, seats->begin());
    return seats->back();
}

}  // namespace footlight::net
