#include "core/client/secret_store.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <vector>

#include "tests/core/client/fake_hub.h"

namespace footlight::client {
namespace {

using tests::eventually;

/// A keychain that works, fails or never answers, as told.
class FakeKeychain final : public Keychain {
public:
    enum class Mood { Works, Fails, Silent };
    FakeKeychain(Mood mood, std::map<QString, Secret>& entries) : mood_(mood), entries_(entries) {}

    void read(const QString& name, Reply<std::optional<Secret>> reply) override {
        const auto found = entries_.find(name);
        answer<std::optional<Secret>>(std::move(reply),
                                      found == entries_.end() ? std::nullopt : std::optional(found->second));
    }
    void write(const QString& name, const Secret& secret, Reply<> reply) override {
        if (mood_ == Mood::Works) {
            entries_[name] = secret;
        }
        answer<void>(std::move(reply), {});
    }
    void remove(const QString& name, Reply<> reply) override {
        entries_.erase(name);
        answer<void>(std::move(reply), {});
    }

private:
    template <typename T>
    void answer(Reply<T> reply, Result<T> result) {
        if (mood_ == Mood::Works) {
            reply(std::move(result));
        } else if (mood_ == Mood::Fails) {
            reply(fail(ErrorCategory::Unavailable, "test.keychain", "no service"));
        } else {
            unanswered_.push_back([reply = std::move(reply)] {});
        }
    }

    Mood mood_;
    std::map<QString, Secret>& entries_;
    std::vector<std::function<void()>> unanswered_;
};

const QString kName = QStringLiteral("key of anna");

class ASecretStore : public ::testing::TestWithParam<FakeKeychain::Mood> {
protected:
    std::unique_ptr<SecretStore> make(FakeKeychain::Mood mood) {
        return std::make_unique<SecretStore>(std::make_unique<FakeKeychain>(mood, entries),
                                             std::chrono::milliseconds{50});
    }

    static std::optional<Secret> read(SecretStore& store) {
        std::optional<Result<std::optional<Secret>>> answer;
        store.read(kName, {&store, [&](auto result) { answer.emplace(std::move(result)); }});
        EXPECT_TRUE(eventually([&] { return answer.has_value(); }));
        return answer && *answer ? **answer : std::nullopt;
    }

    static void write(SecretStore& store, const std::string& secret) {
        bool written = false;
        store.write(kName, Secret(secret),
                    {&store, [&](const Result<>& result) { written = result.has_value(); }});
        EXPECT_TRUE(eventually([&] { return written; }));
    }

    std::map<QString, Secret> entries;
};

}  // namespace

TEST_F(ASecretStore, KeepsSecretsInTheKeychain) {
    write(*make(FakeKeychain::Mood::Works), "s3cret");
    const auto later = make(FakeKeychain::Mood::Works);
    EXPECT_TRUE(read(*later)->matches("s3cret"));
    EXPECT_TRUE(later->available());
}

TEST_F(ASecretStore, KnowsNothingOfWhatWasNeverWritten) {
    EXPECT_FALSE(read(*make(FakeKeychain::Mood::Works)).has_value());
}

TEST_F(ASecretStore, ForgetsWhatIsRemoved) {
    const auto store = make(FakeKeychain::Mood::Works);
    write(*store, "s3cret");
    store->remove(kName);
    EXPECT_FALSE(read(*store).has_value());
    EXPECT_TRUE(entries.empty());
}

TEST_P(ASecretStore, KeepsSecretsForThisRunAndSaysSoOnceWithoutAKeychain) {
    const auto store = make(GetParam());
    QSignalSpy said(store.get(), &SecretStore::unavailable);
    EXPECT_FALSE(read(*store).has_value());
    EXPECT_FALSE(store->available());
    write(*store, "s3cret");
    EXPECT_TRUE(read(*store)->matches("s3cret"));
    EXPECT_EQ(said.count(), 1);
    EXPECT_TRUE(entries.empty());
}

INSTANTIATE_TEST_SUITE_P(WithoutAKeychain, ASecretStore,
                         ::testing::Values(FakeKeychain::Mood::Fails, FakeKeychain::Mood::Silent),
                         [](const auto& mood) {
                             return mood.param == FakeKeychain::Mood::Fails ? "ThatFails"
                                                                            : "ThatNeverAnswers";
                         });

}  // namespace footlight::client
