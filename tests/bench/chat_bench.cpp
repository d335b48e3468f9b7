// What a stadium costs: thousands of members in one room of the relay, lines said at 20 and at 100 a second,
// and the same beside it from a Node `ws` server; joins, with a token that is checked and as guests, each
// with a history of 50 lines; and a thousand reactions a second.
//   bench_chat [MEMBERS=10000] [SECONDS=10]
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

#include "core/accounts/credential.h"
#include "core/base/sha256.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/session_store.h"
#include "core/store/database.h"
#include "tests/bench/chat_crowd.h"
#include "tests/bench/peers.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kConnectionsAnAccount = 8;
constexpr std::size_t kSpeakers = 1'000;
constexpr std::size_t kHistory = 50;
constexpr double kReactions = 1'000;  ///< a second
constexpr auto kRoom = "stadium";

void raiseOpenFiles() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Accounts with a session each, put into the relay's database: signing up would be an hour of Argon2.
std::vector<std::string> makeTokens(const std::string& database, std::size_t count) {
    auto opened = store::Database::open(database);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        std::exit(1);
    }
    const auto stores = (*opened)->stores();
    const auto now = SystemClock().utcNow();
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < count; ++i) {
        const auto name = i == 0 ? std::string(kRoom) : "member" + std::to_string(i);
        const auto account = stores.accounts.create({name, "", relay::AccountRole::Member, now},
                                                    relay::UnownedChannel::Refuse);
        const auto token = accounts::makeSessionToken();
        relay::SessionRecord session{SessionId::make(now), account ? account->id : UserId{},
                                     sha256Hex(token.reveal()), now, now + std::chrono::hours(24)};
        session.lastUsedAt = now;
        if (!account || !stores.sessions.add(session)) {
            std::fprintf(stderr, "cannot make account %s\n", name.c_str());
            std::exit(1);
        }
        tokens.emplace_back(token.reveal());
    }
    return tokens;
}

std::vector<std::string> greeting(const std::string& token) {
    const auto hello =
        token.empty() ? std::string(R"({"type":"hello"})") : R"({"type":"hello","token":")" + token + "\"}";
    return {hello, std::string(R"({"type":"join","watching":true,"channel":")") + kRoom + "\"}"};
}

std::string line(std::size_t member, const std::string& text) {
    static std::uint64_t said = 0;
    return std::string(R"({"type":"say","channel":")") + kRoom + R"(","nonce":"n)" + std::to_string(++said) +
           R"(","text":")" + text + " what a goal, said member " + std::to_string(member) +
           " of the crowd\"}";
}

std::string reaction(std::size_t /*member*/, const std::string& /*mark*/) {
    return std::string(R"({"type":"react","channel":")") + kRoom + R"(","kind":"\uD83D\uDD25","count":1})";
}

/// One server under load.
struct Side {
    pid_t pid = -1;
    std::uint16_t port = 0;
    std::string path;
    std::vector<std::string> tokens;  ///< none: all are guests
};

struct Joins {
    double aProcessorSecond = 0;
    double bytesAMember = 0;
};

ChatCrowd crowdOf(const Side& side) {
    return {side.port, side.path, [tokens = side.tokens](std::size_t i) {
                return greeting(tokens.empty() ? std::string() : tokens[i % tokens.size()]);
            }};
}

/// Fills the room's history, with lines whose marks nobody measures.
void talk(const Side& side) {
    auto crowd = crowdOf(side);
    crowd.enter(kHistory, 30s);
    for (std::size_t i = 0; i < kHistory; ++i) {
        crowd.say(i, line(i, "number " + std::to_string(i)));
        crowd.hear(1, 1s);
    }
    crowd.hear(kHistory * (kHistory + 1), 5s);
}

Joins join(const Side& side, ChatCrowd& crowd, std::size_t members) {
    const double memory = proportionalMemory(side.pid);
    const double before = processorSeconds(side.pid);
    if (!crowd.enter(members, 120s)) {
        std::fprintf(stderr, "not everybody got in\n");
    }
    const double used = processorSeconds(side.pid) - before;
    const double grown = (proportionalMemory(side.pid) - memory) * 1024 * 1024;
    return {static_cast<double>(members) / used, grown / static_cast<double>(members)};
}

struct Spoken {
    Tally tally;
    double deliveriesAProcessorSecond = 0;
};

Spoken speak(const Side& side, ChatCrowd& crowd, double rate, std::chrono::seconds duration) {
    const double before = processorSeconds(side.pid);
    Spoken spoken;
    spoken.tally = crowd.listen(duration, rate, kSpeakers, line);
    spoken.deliveriesAProcessorSecond =
        static_cast<double>(spoken.tally.deliveries) / (processorSeconds(side.pid) - before);
    return spoken;
}

struct Pressed {
    double framesAMemberAndSecond = 0;
    double processor = 0;  ///< seconds a second
};

Pressed press(const Side& side, ChatCrowd& crowd, std::size_t members, std::chrono::seconds duration) {
    const double before = processorSeconds(side.pid);
    const auto frames = static_cast<double>(crowd.press(duration, kReactions, kSpeakers, reaction));
    const auto seconds = static_cast<double>(duration.count());
    return {frames / static_cast<double>(members) / seconds, (processorSeconds(side.pid) - before) / seconds};
}

struct Measured {
    Joins joins;
    Pressed reactions;
    std::vector<Spoken> spoken;
    Joins guests;
};

constexpr double kRates[] = {20, 100};

Measured measure(Side side, std::size_t members, std::chrono::seconds duration) {
    Measured measured;
    talk(side);
    {
        auto crowd = crowdOf(side);
        measured.joins = join(side, crowd, members);
        measured.reactions = press(side, crowd, members, duration);
        for (const double rate : kRates) {
            measured.spoken.push_back(speak(side, crowd, rate, duration));
        }
    }
    side.tokens.clear();
    auto crowd = crowdOf(side);
    measured.guests = join(side, crowd, members);
    return measured;
}

void print(const char* what, double ours, double theirs, const char* unit) {
    std::printf("%-52s %12.1f %12.1f %-12s %8.2f\n", what, ours, theirs, unit, ours / theirs);
}

void print(const Measured& ours, const Measured& theirs) {
    print("joins a processor second, token checked, 50 lines", ours.joins.aProcessorSecond,
          theirs.joins.aProcessorSecond, "joins");
    print("joins a processor second, guests, 50 lines", ours.guests.aProcessorSecond,
          theirs.guests.aProcessorSecond, "joins");
    print("memory of a member beyond the kernel's", ours.joins.bytesAMember, theirs.joins.bytesAMember,
          "bytes");
    for (std::size_t i = 0; i < ours.spoken.size(); ++i) {
        const auto& us = ours.spoken[i];
        const auto& them = theirs.spoken[i];
        std::printf(
            "at %.0f lines a second (said %lu and %lu, delivered %lu and %lu, lost members %zu and %zu)\n",
            kRates[i], us.tally.said, them.tally.said, us.tally.deliveries, them.tally.deliveries,
            us.tally.left, them.tally.left);
        print("  deliveries a processor second", us.deliveriesAProcessorSecond,
              them.deliveriesAProcessorSecond, "");
        print("  p50 from said to received", us.tally.p50, them.tally.p50, "ms");
        print("  p99", us.tally.p99, them.tally.p99, "ms");
        print("  frames a delivery",
              static_cast<double>(us.tally.frames) / static_cast<double>(us.tally.deliveries),
              static_cast<double>(them.tally.frames) / static_cast<double>(them.tally.deliveries), "");
    }
    std::printf("at %.0f reactions a second\n", kReactions);
    print("  frames a member and second", ours.reactions.framesAMemberAndSecond,
          theirs.reactions.framesAMemberAndSecond, "");
    print("  processor", ours.reactions.processor * 100, theirs.reactions.processor * 100, "%");
}

Measured measureRelay(std::size_t members, std::chrono::seconds duration) {
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_LOG_LEVEL", "warning"}});
    if (!relay.isReady()) {
        std::fprintf(stderr, "%s\n", relay.output().c_str());
        std::exit(1);
    }
    Side side{relay.rolePid("hub"), portOf(relay.hubAddress()), "/api/v1/socket",
              makeTokens(relay.dataFolder() + "/relay.db", members / kConnectionsAnAccount + kHistory)};
    return measure(std::move(side), members, duration);
}

Measured measureNode(std::size_t members, std::chrono::seconds duration) {
    Process node({"node", FOOTLIGHT_BENCH_FOLDER "/chat_server.mjs", FOOTLIGHT_BROWSER_TESTS});
    if (!node.waitForOutput("listening on ")) {
        std::fprintf(stderr, "Node's ws does not run (npm ci --prefix tests/e2e/browser): %s\n",
                     node.output().c_str());
        std::exit(1);
    }
    const auto output = node.output();
    const auto port = static_cast<std::uint16_t>(std::atoi(output.c_str() + output.find(" on ") + 4));
    return measure({node.pid(), port, "/", {}}, members, duration);
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const auto members = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 10'000);
    const std::chrono::seconds duration(argc > 2 ? std::atoi(argv[2]) : 10);
    raiseOpenFiles();
    const auto ours = measureRelay(members, duration);
    const auto theirs = measureNode(members, duration);
    std::printf("%zu members in one room\n%-52s %12s %12s %-12s %8s\n", members, "", "footlight", "Node ws",
                "", "ratio");
    print(ours, theirs);
}
