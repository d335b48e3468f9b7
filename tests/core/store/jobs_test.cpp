#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/job_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class JobStore : public StoreTest {
protected:
    bool add(const std::string& key, UtcTime due = kNow) {
        const auto added = stores().community.jobs.add({"mail", key, "ada", "text", due}, kNow);
        EXPECT_TRUE(added);
        return added.value_or(false);
    }
    std::vector<jobs::Job> lease(UtcTime now, std::size_t most = 10) {
        const auto leased = stores().community.jobs.lease(now, now + minutes{1}, most);
        EXPECT_TRUE(leased);
        return leased.value_or(std::vector<jobs::Job>{});
    }
};

TEST_F(JobStore, AKeyIsTakenOnceAlsoAfterItIsDone) {
    EXPECT_TRUE(add("k"));
    EXPECT_FALSE(add("k"));
    const auto leased = lease(kNow);
    ASSERT_EQ(leased.size(), 1U);
    ASSERT_TRUE(stores().community.jobs.finish(leased[0].id, kNow));
    EXPECT_FALSE(add("k"));
    ASSERT_TRUE(stores().community.jobs.removeDone(kNow + seconds{1}));
    EXPECT_TRUE(add("k"));
}

TEST_F(JobStore, ALeaseIsOnesOwnUntilItEnds) {
    add("a");
    add("b", kNow + hours{1});
    const auto first = lease(kNow);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].attempt, 1);
    EXPECT_EQ(first[0].payload, "text");
    EXPECT_EQ(first[0].subject, "ada");
    EXPECT_TRUE(lease(kNow + seconds{59}).empty());
    const auto again = lease(kNow + minutes{1});
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, first[0].id) << "a receiver tells the second delivery by it";
    EXPECT_EQ(again[0].attempt, 2);
}

TEST_F(JobStore, TheLongestDueComeFirstAndNoMoreThanAsked) {
    add("late", kNow - seconds{1});
    add("first", kNow - seconds{9});
    add("middle", kNow - seconds{5});
    EXPECT_EQ(*stores().community.jobs.nextDue(), kNow - seconds{9});
    EXPECT_EQ(lease(kNow, 2).size(), 2U);
    EXPECT_EQ(lease(kNow, 2).size(), 1U);
}

TEST_F(JobStore, ARestartGivesBackWhatWasTaken) {
    add("a");
    const auto taken = lease(kNow);
    reopen();
    EXPECT_TRUE(lease(kNow).empty());
    ASSERT_TRUE(stores().community.jobs.releaseAll(kNow));
    EXPECT_EQ(lease(kNow).at(0).id, taken.at(0).id);
}

TEST_F(JobStore, DeadOnesAreKeptListedAndRevived) {
    add("a");
    const auto id = lease(kNow).at(0).id;
    ASSERT_TRUE(stores().community.jobs.bury(id, kNow + seconds{3}, "550 no such mailbox"));
    EXPECT_TRUE(lease(kNow + hours{1}).empty());
    const auto dead = stores().community.jobs.dead(10);
    ASSERT_EQ(dead->size(), 1U);
    EXPECT_EQ((*dead)[0].error, "550 no such mailbox");
    EXPECT_EQ((*dead)[0].attempts, 1);
    EXPECT_EQ((*dead)[0].diedAt, kNow + seconds{3});
    ASSERT_TRUE(stores().community.jobs.revive(id, kNow));
    EXPECT_EQ(stores().community.jobs.revive(id, kNow).error().category(), ErrorCategory::NotFound);
    EXPECT_EQ(lease(kNow).at(0).attempt, 1);
    ASSERT_TRUE(stores().community.jobs.bury(id, kNow, "again"));
    ASSERT_TRUE(stores().community.jobs.removeDead(id));
    EXPECT_TRUE(stores().community.jobs.dead(10)->empty());
}

TEST_F(JobStore, RetriesWaitAndWhatWaitsCanBeCancelled) {
    add("a");
    const auto id = lease(kNow).at(0).id;
    ASSERT_TRUE(stores().community.jobs.retry(id, kNow + seconds{10}, "no answer"));
    EXPECT_TRUE(lease(kNow + seconds{9}).empty());
    EXPECT_EQ(*stores().community.jobs.nextDue(), kNow + seconds{10});
    ASSERT_TRUE(stores().community.jobs.cancel("a"));
    EXPECT_EQ(*stores().community.jobs.nextDue(), std::nullopt);
}

}  // namespace
}  // namespace footlight::store
