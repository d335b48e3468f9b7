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
    bool add(const std::string& key, UtcTime due = kNow, const std::string& kind = "mail",
             const std::string& subject = "ada") {
        const auto added = stores().community.jobs.add({kind, key, subject, "text", due}, kNow);
        EXPECT_TRUE(added);
        return added.value_or(false);
    }
    std::vector<jobs::Job> lease(UtcTime now, const std::vector<jobs::Vacancy>& vacancies) {
        const auto leased = stores().community.jobs.lease(vacancies, policy_, now, now + minutes{1});
        EXPECT_TRUE(leased);
        return leased.value_or(std::vector<jobs::Job>{});
    }
    std::vector<jobs::Job> lease(UtcTime now, std::size_t most = 10) {
        return lease(now, {{"mail", most, false}});
    }
    std::optional<UtcTime> nextDue() { return *stores().community.jobs.nextDue({{"mail", 1, false}}); }
    std::size_t release(UtcTime now) {
        const auto died = stores().community.jobs.releaseAll({"mail", "webhook"}, policy_, now);
        EXPECT_TRUE(died);
        return died.value_or(0);
    }

    jobs::RetryPolicy policy_;
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
    EXPECT_EQ(nextDue(), kNow - seconds{9});
    EXPECT_EQ(lease(kNow, 2).size(), 2U);
    EXPECT_EQ(lease(kNow, 2).size(), 1U);
}

TEST_F(JobStore, ARestartGivesBackWhatWasTaken) {
    add("a");
    const auto taken = lease(kNow);
    reopen();
    EXPECT_TRUE(lease(kNow).empty());
    EXPECT_EQ(release(kNow), 0U);
    EXPECT_EQ(lease(kNow).at(0).id, taken.at(0).id);
}

TEST_F(JobStore, OneThatEndsTheProgramEachTimeComesLaterAndLaterAndDies) {
    add("a");
    auto now = kNow;
    for (int i = 0; i < policy_.attempts; ++i) {
        ASSERT_EQ(lease(now).size(), 1U) << i;
        EXPECT_EQ(release(now), i + 1 < policy_.attempts ? 0U : 1U);
        if (i > 0 && i + 1 < policy_.attempts) {
            EXPECT_TRUE(lease(now).empty()) << "not at once a second time";
        }
        now += i * policy_.first;
    }
    EXPECT_TRUE(lease(now + hours{1}).empty());
    const auto dead = stores().community.jobs.dead(10);
    ASSERT_EQ(dead->size(), 1U);
    EXPECT_EQ((*dead)[0].attempts, policy_.attempts);
    EXPECT_FALSE((*dead)[0].error.empty());
}

TEST_F(JobStore, OneThatNobodySettlesInTimeDiesBehindItsLastAttempt) {
    add("a");
    auto now = kNow;
    for (int i = 0; i < policy_.attempts; ++i) {
        EXPECT_EQ(lease(now).size(), 1U);
        now += minutes{1};
    }
    EXPECT_TRUE(lease(now).empty());
    EXPECT_EQ(stores().community.jobs.dead(10)->size(), 1U);
}

TEST_F(JobStore, KindsThatNobodyDoesAnyMoreDie) {
    add("a", kNow, "fax");
    add("b");
    EXPECT_EQ(release(kNow), 1U);
    EXPECT_EQ(stores().community.jobs.dead(10)->at(0).kind, "fax");
    EXPECT_EQ(lease(kNow).size(), 1U);
}

TEST_F(JobStore, EachKindHasItsOwnPlaces) {
    for (int i = 0; i < 20; ++i) {
        add("w" + std::to_string(i), kNow - minutes{1}, "webhook", "w");
    }
    add("m");
    const auto taken = lease(kNow, {{"mail", 2, false}, {"webhook", 3, false}});
    ASSERT_EQ(taken.size(), 4U);
    EXPECT_EQ(taken[0].kind, "mail") << "however long the others have waited";
    EXPECT_EQ(taken[3].kind, "webhook");
}

TEST_F(JobStore, OnePerOwnerLeavesTheOthersTheirPlaces) {
    for (int i = 0; i < 5; ++i) {
        add("slow" + std::to_string(i), kNow - minutes{2}, "webhook", "slow");
    }
    add("quick", kNow - minutes{1}, "webhook", "quick");
    const auto taken = lease(kNow, {{"webhook", 4, true}});
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[0].subject, "slow");
    EXPECT_EQ(taken[1].subject, "quick");
    const jobs::Vacancy vacancy{"webhook", 2, true, {"slow"}};
    EXPECT_TRUE(lease(kNow, {vacancy}).empty());
    EXPECT_EQ(*stores().community.jobs.nextDue({vacancy}), kNow + minutes{1}) << "when the leases end";
    ASSERT_TRUE(stores().community.jobs.finish(taken[1].id, kNow));
    add("quick again", kNow + minutes{5}, "webhook", "quick");
    ASSERT_TRUE(stores().community.jobs.finish(taken[0].id, kNow));
    EXPECT_EQ(*stores().community.jobs.nextDue({vacancy}), kNow + minutes{5});
    EXPECT_EQ(lease(kNow, {{"webhook", 4, true}}).size(), 1U);
}

TEST_F(JobStore, NoMoreWaitForOneSubjectThanMay) {
    const auto addBounded = [this](const std::string& key, const std::string& subject) {
        jobs::NewJob job{"webhook", key, subject, "text", kNow};
        job.mostWaiting = 3;
        return *stores().community.jobs.add(job, kNow);
    };
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(addBounded("k" + std::to_string(i), "w"));
    }
    EXPECT_FALSE(addBounded("k3", "w"));
    EXPECT_TRUE(addBounded("k4", "another"));
    ASSERT_EQ(lease(kNow, {{"webhook", 10, false}}).size(), 4U);
    EXPECT_TRUE(addBounded("k3", "w"));
}

TEST_F(JobStore, CountsThoseWhoseKeysBeginAlikeSince) {
    add("verify:ada:1");
    add("verify:ada:2");
    add("verify:adam:1");
    EXPECT_EQ(*stores().community.jobs.count("verify:ada:", kNow), 2U);
    EXPECT_EQ(*stores().community.jobs.count("verify:", kNow), 3U);
    EXPECT_EQ(*stores().community.jobs.count("verify:", kNow + seconds{1}), 0U);
    add("verify:bob:1", kNow, "mail", "bob");
    EXPECT_EQ(*stores().community.jobs.countFor("ada", "verify:", kNow), 3U);
    EXPECT_EQ(*stores().community.jobs.countFor("bob", "verify:", kNow), 1U);
    EXPECT_EQ(*stores().community.jobs.countFor("bob", "reset:", kNow), 0U);
    EXPECT_EQ(*stores().community.jobs.countFor("bob", "verify:", kNow + seconds{1}), 0U);
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
    EXPECT_EQ(nextDue(), kNow + seconds{10});
    ASSERT_TRUE(stores().community.jobs.cancel("a"));
    EXPECT_EQ(nextDue(), std::nullopt);
}

}  // namespace
}  // namespace footlight::store
