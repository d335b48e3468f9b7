#include "core/store/database.h"

#include <fcntl.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "core/relay/ports/community_stores.h"
#include "core/store/account_data.h"
#include "core/store/addresses.h"
#include "core/store/attempt.h"
#include "core/store/broadcasts.h"
#include "core/store/channels.h"
#include "core/store/follows.h"
#include "core/store/friends.h"
#include "core/store/inputs.h"
#include "core/store/invitations.h"
#include "core/store/jobs.h"
#include "core/store/messages.h"
#include "core/store/notifications.h"
#include "core/store/pages.h"
#include "core/store/recordings.h"
#include "core/store/room_rows.h"
#include "core/store/schedule.h"
#include "core/store/schema.h"
#include "core/store/second_steps.h"
#include "core/store/sessions.h"
#include "core/store/targets.h"
#include "core/store/users.h"
#include "core/store/webhooks.h"

namespace footlight::store {
namespace {

/// Makes the file, or takes other people's access away from it. SQLite gives its side files the same rights.
Result<> secureFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 || ::fchmod(descriptor, S_IRUSR | S_IWUSR) != 0) {
        const std::string reason = std::strerror(errno);
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        return fail(ErrorCategory::Unavailable, "store.file",
                    "The database " + file.string() + " cannot be opened (" + reason +
                        "). Choose another data folder or make this one writable.");
    }
    ::close(descriptor);
    return {};
}

/// One connection, and every table by it.
struct Connection {
    soci::session sql;
    Users users{sql};
    Sessions sessions{sql};
    Channels channels{sql};
    Broadcasts broadcasts{sql};
    Messages messages{sql};
    Targets targets{sql};
    Inputs inputs{sql};
    Recordings recordings{sql};
    Follows follows{sql};
    SecondSteps secondSteps{sql};
    Invitations invitations{sql};
    Jobs jobs{sql};
    RoomRows rooms{sql, messages};
    Notifications notifications{sql};
    Webhooks webhooks{sql};
    Addresses addresses{sql};
    Friends friends{sql};
    Schedule schedule{sql};
    Pages pages{sql};
    AccountData accountData{sql};
    relay::CommunityStores community{jobs,    notifications, webhooks, addresses,
                                     friends, schedule,      pages,    accountData};

    [[nodiscard]] relay::Stores stores() {
        return {users,      sessions, channels,    broadcasts,  messages,  targets, inputs,
                recordings, follows,  secondSteps, invitations, community, rooms};
    }
};

Result<> open(soci::session& sql, const std::filesystem::path& file) {
    return attempt("opening " + file.string(), [&]() -> Result<> {
        sql.open(soci::sqlite3, "dbname=\"" + file.string() + "\" timeout=5");
        sql << "PRAGMA journal_mode = WAL";
        sql << "PRAGMA synchronous = FULL";
        sql << "PRAGMA foreign_keys = ON";
        return {};
    });
}

}  // namespace

struct Database::State {
    Connection main;
    Connection reading;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file) {
    if (const auto secured = secureFile(file); !secured) {
        return fail(secured.error());
    }
    auto state = std::make_unique<State>();
    if (const auto opened = store::open(state->main.sql, file); !opened) {
        return fail(opened.error());
    }
    if (auto migrated = migrate(state->main.sql, embeddedMigrations()); !migrated) {
        return fail(std::move(migrated.error()).within("opening " + file.string()));
    }
    auto& reading = state->reading.sql;
    const auto opened = store::open(reading, file).and_then([&reading] {
        return attempt("opening it for reading", [&reading]() -> Result<> {
            reading << "PRAGMA query_only = ON";
            return {};
        });
    });
    if (!opened) {
        return fail(opened.error());
    }
    return std::unique_ptr<Database>(new Database(std::move(state)));
}

relay::Stores Database::stores() { return state_->main.stores(); }

relay::Stores Database::reading() { return state_->reading.stores(); }

}  // namespace footlight::store
