#include "tests/core/relay/api/hub_process.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <stdexcept>

namespace footlight::tests {
namespace {

template <typename T>
T runOn(net::EventLoops& loops, net::Task<T> task) {
    return boost::asio::co_spawn(loops.executor(0), std::move(task), boost::asio::use_future).get();
}

void require(const Result<>& result) {
    if (!result) {
        throw std::runtime_error(result.error().text());
    }
}

}  // namespace

HubProcess::HubProcess() {
    hubOptions.ownerToken = Secret(kOwnerToken);
    hubOptions.ownerName = "ada.lovelace";
    hubOptions.hashCost = {std::size_t{8} << 10U, 1};
    hubOptions.presenceEvery = std::chrono::milliseconds{20};
    apiOptions.relayName = "Attic";
    apiOptions.version = "0.1.0";
    apiOptions.hookSecret = Secret(kHookSecret);
    apiOptions.mediaKey = Secret(kMediaKey);
    apiOptions.longPoll = std::chrono::milliseconds{500};
    hubOptions.sealingKey = Secret("sealing key");
    hubOptions.mediaKey = apiOptions.mediaKey;
    hubOptions.slates = folder_ / "slates";
    apiOptions.slates = hubOptions.slates;
    std::filesystem::create_directory(hubOptions.slates);
    hubOptions.emotes = folder_ / "emotes";
    apiOptions.emotes = hubOptions.emotes;
    std::filesystem::create_directory(hubOptions.emotes);
    hubOptions.pictures = folder_ / "pictures";
    apiOptions.pictures = hubOptions.pictures;
    hubOptions.community.exports = hubOptions.pictures;
    std::filesystem::create_directory(hubOptions.pictures);
    apiOptions.ports.rtmp = 1111;
    apiOptions.ports.media = 2222;
    apiOptions.ports.hub = 3333;
}

HubProcess::~HubProcess() { stop(); }

void HubProcess::start() {
    auto opened = store::Database::open(databaseFile());
    require(opened ? Result<>{} : fail(opened.error()));
    database_ = std::move(*opened);
    loops_ = std::make_unique<net::EventLoops>(1);
    require(runOn(*loops_, serve()));
}

net::Task<Result<>> HubProcess::serve() {
    const auto executor = loops_->executor(0);
    hub_ = std::make_unique<relay::hub::Hub>(executor,
                                             relay::StoresPair{database_->stores(), database_->reading()},
                                             hubOptions, clock_, Logger::silent());
    auto started = co_await hub_->start();
    if (!started) {
        co_return started;
    }
    api_ = std::make_unique<relay::api::Api>(executor, *hub_, apiOptions, clock_, Logger::silent());
    net::http::ServerOptions options;
    options.handler = [this](net::http::Request request) {
        return api_->router().handle(std::move(request));
    };
    options.upgrade = api_->upgrader();
    options.admission = std::make_shared<net::http::Admission>(admission);
    options.uploads = api_->uploads();
    options.uploadPool = &uploadPool_;
    net::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    auto server = net::http::Server::listen(executor, endpoint, std::move(options), Logger::silent());
    if (!server) {
        co_return fail(std::move(server.error()));
    }
    server_ = std::move(*server);
    port_ = server_->port();
    co_return Result<>{};
}

net::Task<> HubProcess::close() {
    co_await server_->close(std::chrono::milliseconds{500});
    server_.reset();
    co_await api_->close();
    api_.reset();
    co_await hub_->close();
    hub_.reset();
}

void HubProcess::stop() {
    if (server_) {
        runOn(*loops_, close());
    }
    loops_.reset();
    database_.reset();
}

}  // namespace footlight::tests
