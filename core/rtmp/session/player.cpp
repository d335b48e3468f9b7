#include "core/rtmp/session/player.h"

#include <deque>

#include "core/net/async/deadline.h"
#include "core/rtmp/session/client_connection.h"
#include "core/rtmp/session/ingest.h"

namespace footlight::rtmp {

namespace {

/// Puts what Ingest makes of the stream in a row.
class Collector final : public PublishSink {
public:
    explicit Collector(std::deque<PlayedItem>& items) : items_(items) {}
    void tracks(media::Tracks tracks) override { items_.emplace_back(std::move(tracks)); }
    void packet(media::Packet packet) override { items_.emplace_back(std::move(packet)); }
    void captureClock(media::MediaTime at, UtcTime utc) override {
        items_.emplace_back(PlayedClock{at, utc});
    }
    void keyFrameInterval(media::MediaTime) override {}
    void networkLoss(std::int64_t) override {}
    void ended(PublishEnd) override {}

private:
    std::deque<PlayedItem>& items_;
};

RelayAddress addressOf(const PlaySource& source) { return {source.host, source.port, source.tls}; }

ClientOptions optionsFor(const PlaySource& source) {
    ClientOptions options;
    options.app = source.app;
    options.tcUrl = source.tcUrl.empty() ? urlOf(addressOf(source), source.app) : source.tcUrl;
    options.stream = source.stream;
    options.purpose = ClientPurpose::Play;
    options.mediaLimit = source.mediaMessage;
    return options;
}

}  // namespace

struct Player::State {
    State(net::Executor executor, PlaySource from, Logger logger)
        : source(std::move(from)),
          connection(std::move(executor), optionsFor(source)),
          ingest(std::make_unique<Collector>(items), std::move(logger)) {}

    net::Task<Result<void>> open();
    /// One round of writing and reading.
    net::Task<Result<void>> exchange();
    /// Takes all that has come.
    Result<void> take();

    PlaySource source;
    ClientConnection connection;
    std::deque<PlayedItem> items;
    Ingest ingest;
    bool isAccepted = false;
    bool isOver = false;
};

net::Task<Result<void>> Player::State::open() {
    RelayAddress address = addressOf(source);
    if (auto reached = co_await connection.reach(std::move(address), source.silenceLimit); !reached) {
        co_return reached;
    }
    while (!isAccepted) {
        if (auto exchanged = co_await exchange(); !exchanged) {
            co_return exchanged;
        }
    }
    co_return Result<void>();
}

net::Task<Result<void>> Player::State::exchange() {
    if (const auto error = co_await connection.flush()) {
        co_return fail(ErrorCategory::Closed, "rtmp.closed",
                       "the connection to the relay broke: " + error.message());
    }
    if (auto read = co_await connection.read(); !read) {
        co_return read;
    }
    co_return take();
}

Result<void> Player::State::take() {
    for (;;) {
        auto event = connection.peer().next();
        if (!event) {
            return fail(std::move(event.error()));
        }
        if (!*event) {
            return {};
        }
        if (auto* told = std::get_if<StreamEvent>(&**event)) {
            if (auto taken = ingest.take(std::move(*told)); !taken) {
                return fail(std::move(taken.error()));
            }
        } else if (std::holds_alternative<PlayAccepted>(**event)) {
            isAccepted = true;
        } else if (std::holds_alternative<PlayEnded>(**event)) {
            isOver = true;
        }
    }
}

Player::Player(std::unique_ptr<State> state) : state_(std::move(state)) {}
Player::~Player() = default;

net::Task<Result<std::unique_ptr<Player>>> Player::connect(net::Executor executor, PlaySource source,
                                                           Logger logger) {
    const auto limit = source.connectLimit;
    auto state = std::make_unique<State>(std::move(executor), std::move(source), std::move(logger));
    auto opening = state->open();
    const auto opened = co_await net::withDeadline(limit, "connecting to the relay", std::move(opening));
    if (!opened) {
        co_return fail(opened.error());
    }
    co_return std::unique_ptr<Player>(new Player(std::move(state)));
}

net::Task<Result<PlayedItem>> Player::next() {
    while (state_->items.empty()) {
        if (state_->isOver) {
            co_return fail(ErrorCategory::Closed, "rtmp.over", "the stream is over");
        }
        auto exchanging = state_->exchange();
        auto exchanged = co_await net::withDeadline(state_->source.silenceLimit, "waiting for the stream",
                                                    std::move(exchanging));
        if (!exchanged && state_->items.empty()) {
            co_return fail(std::move(exchanged.error()));
        }
    }
    PlayedItem item = std::move(state_->items.front());
    state_->items.pop_front();
    co_return item;
}

net::Task<Result<void>> Player::pause(bool isPaused) {
    state_->connection.peer().pause(isPaused, 0);
    if (const auto error = co_await state_->connection.flush()) {
        co_return fail(ErrorCategory::Closed, "rtmp.closed",
                       "the connection to the relay broke: " + error.message());
    }
    co_return Result<void>();
}

}  // namespace footlight::rtmp
