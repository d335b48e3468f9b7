#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/job_store.h"
#include "core/relay/ports/webhook_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using std::chrono::hours;

class WebhookStore : public StoreTest {
protected:
    WebhookStore() { EXPECT_TRUE(hooks().add({hook_, ada_.id, std::nullopt, "https://a/", "secret"})); }

    relay::WebhookStore& hooks() { return stores().community.webhooks; }
    bool fails(UtcTime now) {
        const auto isSuspended = hooks().failed(hook_, now, now - hours{24});
        EXPECT_TRUE(isSuspended);
        return isSuspended.value_or(false);
    }
    bool addJob(const std::string& key) {
        return *stores().community.jobs.add({"webhook", key, hook_.text(), "text", kNow}, kNow);
    }
    bool isDue() { return stores().community.jobs.nextDue({{"webhook", 1, true}})->has_value(); }

    accounts::Account ada_ = makeUser("Ada");
    WebhookId hook_ = WebhookId::make(kNow);
};

TEST_F(WebhookStore, IsSuspendedOnceItHasTakenNothingForADay) {
    EXPECT_FALSE(fails(kNow));
    EXPECT_FALSE(fails(kNow + hours{23}));
    EXPECT_TRUE(addJob("k"));
    EXPECT_FALSE((*hooks().find(hook_))->isSuspended);
    EXPECT_TRUE(fails(kNow + hours{24}));
    EXPECT_TRUE((*hooks().find(hook_))->isSuspended);
    EXPECT_FALSE(isDue()) << "what waited for it is dropped";
    EXPECT_FALSE(fails(kNow + hours{25})) << "told once";
}

TEST_F(WebhookStore, WithoutABoundAFailureIsNotedAlone) {
    EXPECT_FALSE(*hooks().failed(hook_, kNow, std::nullopt));
    EXPECT_FALSE(*hooks().failed(hook_, kNow + hours{48}, std::nullopt));
    EXPECT_TRUE(fails(kNow + hours{48})) << "it has failed since the first";
}

TEST_F(WebhookStore, EachDeliveryIsANewBeginning) {
    EXPECT_FALSE(fails(kNow));
    ASSERT_TRUE(hooks().delivered(hook_));
    EXPECT_FALSE(fails(kNow + hours{24}));
    EXPECT_TRUE(fails(kNow + hours{48}));
}

}  // namespace
}  // namespace footlight::store
