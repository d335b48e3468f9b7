#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <chrono>
#include <functional>
#include <optional>

#include "core/base/result.h"
#include "core/hls/playlist.h"
#include "core/playback/address_policy.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace footlight::playback {

class RelayClock;

struct FetchRequest {
    QUrl url;
    std::optional<hls::ByteRange> range;  ///< with its offset
    qsizetype bytesAtMost = 0;            ///< decoded; more is refused
    std::chrono::milliseconds timeout{};  ///< for the whole exchange, redirects included
};

struct Fetched {
    QByteArray body;
    QUrl url;  ///< where it came from in the end
};

/// One exchange that can be given up: the callback is not called after cancel() or destruction.
class Fetch : public QObject {
    Q_OBJECT
public:
    /// NotFound: 404 or 410. Denied: 401, 403 or an address that the policy forbids. Timeout. Invalid: too
    /// large. Unavailable: no answer, or another status.
    using Done = std::function<void(Result<Fetched>)>;

    Fetch(QNetworkAccessManager& network, const AddressPolicy& policy, RelayClock& clock,
          FetchRequest request, Done done);
    ~Fetch() override;

private:
    void start(const QUrl& url);
    void readSome();
    void answered();
    void redirect();
    void learnClock() const;
    void complete(Result<Fetched> result);
    [[nodiscard]] Result<Fetched> outcome();

    QNetworkAccessManager& network_;
    AddressPolicy policy_;
    RelayClock& clock_;
    FetchRequest request_;
    Done done_;
    QPointer<QNetworkReply> reply_;
    QByteArray body_;
    std::chrono::steady_clock::time_point sentAt_;
    int redirects_ = 0;
};

/// Fetches over http and https for one stream, within its address policy and the limits of RELIABILITY S-HLS.
/// Lives on the network thread.
class HttpFetcher : public QObject {
    Q_OBJECT
public:
    explicit HttpFetcher(RelayClock& clock, QObject* parent);

    void setPolicy(AddressPolicy policy) { policy_ = std::move(policy); }
    /// The exchange belongs to `owner`; delete it to give up.
    Fetch* fetch(QObject* owner, FetchRequest request, Fetch::Done done);

private:
    RelayClock& clock_;
    QNetworkAccessManager* network_;
    AddressPolicy policy_;
};

}  // namespace footlight::playback
