#include "core/relay/hub/webhook_service.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_future.hpp>

#include "core/relay/ports/account_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/store/database.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

using boost::asio::ip::tcp;

/// A port of the loopback where nobody listens, for as long as this lives.
class ClosedPort {
public:
    explicit ClosedPort(boost::asio::io_context& loop)
        : socket_(loop, {boost::asio::ip::address_v4::loopback(), 0}) {}
    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(socket_.local_endpoint().port()) + "/hook";
    }

private:
    tcp::socket socket_;  // bound, and does not listen
};

class AWebhook : public testing::Test {
protected:
    struct Told {
        UserId to;
        wire::Notification news;
        std::string key;
    };

    template <typename T>
    T run(net::Task<T> task) {
        auto outcome = boost::asio::co_spawn(loop_, std::move(task), boost::asio::use_future);
        loop_.restart();
        loop_.run();
        return outcome.get();
    }
    jobs::Outcome deliver(UtcTime madeAt = {}) {
        jobs::Job job;
        job.madeAt = madeAt;
        job.id = JobId::make(clock_.utcNow());
        job.kind = "webhook";
        job.subject = hook_.webhook.id.text();
        job.payload = "{}";
        return run(service_.deliver(std::move(job))).outcome;
    }
    static CommunityOptions options() {
        CommunityOptions made;
        made.webhooksStayPublic = false;
        return made;
    }

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_ = std::move(*store::Database::open(folder_ / "footlight.db"));
    Stores stores_ = database_->stores();
    boost::asio::io_context loop_;
    ClosedPort closed_{loop_};
    net::WorkPool pool_{1, 100};
    accounts::SecretBox box_{Secret("sealing key")};
    std::vector<Told> told_;
    CommunityOptions options_ = options();
    WebhookService service_{loop_.get_executor(),
                            stores_,
                            pool_,
                            box_,
                            options_,
                            [this](UserId to, wire::Notification news, std::string key) {
                                told_.push_back({to, std::move(news), std::move(key)});
                            },
                            clock_,
                            Logger::silent()};
    accounts::Account ada_ =
        *stores_.accounts.create({"Ada", "", AccountRole::Member, clock_.utcNow()}, UnownedChannel::Refuse);
    wire::MadeWebhook hook_ = *run(service_.add(ada_, {closed_.url(), false}));
};

TEST_F(AWebhook, ThatTakesNothingForADayIsSuspendedAndItsOwnerIsToldOnce) {
    EXPECT_EQ(deliver(), jobs::Outcome::Failed);
    clock_.advance(std::chrono::hours{23});
    EXPECT_EQ(deliver(), jobs::Outcome::Failed);
    EXPECT_TRUE(told_.empty());
    clock_.advance(std::chrono::hours{2});
    EXPECT_EQ(deliver(), jobs::Outcome::Failed);
    ASSERT_EQ(told_.size(), 1U);
    EXPECT_EQ(told_[0].to, ada_.id);
    EXPECT_EQ(told_[0].news.kind, wire::NotificationKind::WebhookSuspended);
    EXPECT_EQ(told_[0].news.text, closed_.url());
    EXPECT_NE(told_[0].key.find(hook_.webhook.id.text()), std::string::npos);
    EXPECT_EQ(run(service_.list(ada_))->at(0).suspended, true);
    EXPECT_EQ(deliver(), jobs::Outcome::Done) << "nobody is there to be told";
    EXPECT_EQ(told_.size(), 1U);
}

TEST_F(AWebhook, ThatFailsNowAndThenIsNotSuspendedUnlessOneDeliveryHasFailedForADay) {
    EXPECT_EQ(deliver(clock_.utcNow()), jobs::Outcome::Failed);
    clock_.advance(std::chrono::hours{24 * 7});
    const auto made = clock_.utcNow();
    EXPECT_EQ(deliver(made), jobs::Outcome::Failed);
    EXPECT_TRUE(told_.empty()) << "the first try of another";
    clock_.advance(std::chrono::hours{23});
    EXPECT_EQ(deliver(made), jobs::Outcome::Failed);
    EXPECT_TRUE(told_.empty());
    clock_.advance(std::chrono::hours{1});
    EXPECT_EQ(deliver(made), jobs::Outcome::Failed);
    EXPECT_EQ(told_.size(), 1U);
}

}  // namespace
}  // namespace footlight::relay::hub
