#pragma once

#include <gtest/gtest.h>

#include "core/relay/ports/account_store.h"
#include "core/relay/ports/broadcast_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/message_store.h"
#include "core/relay/ports/room_store.h"
#include "core/relay/ports/session_store.h"
#include "core/store/database.h"
#include "tests/support/temp_dir.h"

namespace footlight::store {

/// A database of its own for each case, in a folder whose name has a space.
class StoreTest : public testing::Test {
protected:
    StoreTest() {
        std::filesystem::create_directory(file_.parent_path());
        reopen();
    }

    void reopen() {
        database_.reset();
        auto opened = Database::open(file_);
        ASSERT_TRUE(opened) << opened.error().text();
        database_ = std::move(*opened);
    }

    [[nodiscard]] relay::Stores stores() { return database_->stores(); }

    accounts::Account makeUser(const std::string& name) {
        auto made = stores().accounts.create({name, "hash", relay::AccountRole::Member, kNow},
                                             relay::UnownedChannel::Refuse);
        EXPECT_TRUE(made) << made.error().text();
        return made.value_or(accounts::Account{});
    }
    accounts::Channel channelOf(const std::string& name) {
        const auto found = stores().channels.find(name);
        EXPECT_TRUE(found && *found);
        return found && *found ? **found : accounts::Channel{};
    }

    static constexpr UtcTime kNow{std::chrono::milliseconds{1'700'000'000'000}};

    tests::TempDir folder_;
    std::filesystem::path file_ = folder_ / "data folder/footlight.db";
    std::unique_ptr<Database> database_;
};

}  // namespace footlight::store
