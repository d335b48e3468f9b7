#include "core/chat/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/chat/command_parts.h"

namespace footlight::chat {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

template <typename Expected>
Expected parsed(const std::string& text) {
    auto command = parseCommand(text);
    EXPECT_TRUE(command && std::holds_alternative<Expected>(*command)) << text;
    return command && std::holds_alternative<Expected>(*command) ? std::get<Expected>(*command) : Expected{};
}

std::string refusalOf(const std::string& text) {
    const auto command = parseCommand(text);
    EXPECT_FALSE(command) << text;
    return command ? "" : command.error().message();
}

TEST(ChatCommand, IsALineThatBeginsWithOneSlash) {
    EXPECT_TRUE(isCommand("/ban bob"));
    EXPECT_FALSE(isCommand("//ban bob"));
    EXPECT_FALSE(isCommand("ban /bob"));
    EXPECT_FALSE(isCommand(""));
}

TEST(ChatCommand, TakesNamesTimesAndReasons) {
    EXPECT_EQ(parsed<BanCommand>("/ban @bob  too loud ").name, "bob");
    EXPECT_EQ(parsed<BanCommand>("/ban bob  too loud ").reason, "too loud");
    EXPECT_EQ(parsed<TimeoutCommand>("/timeout bob").time, minutes{10});
    EXPECT_EQ(parsed<TimeoutCommand>("/timeout bob 90").time, seconds{90});
    EXPECT_EQ(parsed<TimeoutCommand>("/timeout bob 14d spam").time, std::chrono::hours{24 * 14});
    EXPECT_EQ(parsed<TimeoutCommand>("/timeout bob 2h spam and more").reason, "spam and more");
    EXPECT_EQ(parsed<TimeoutCommand>("/timeout bob spam").reason, "spam");
    EXPECT_EQ(parsed<UnbanCommand>("/untimeout bob").name, "bob");
    EXPECT_EQ(parsed<SlowCommand>("/slow").pause, seconds{30});
    EXPECT_EQ(parsed<SlowCommand>("/slow 2m").pause, minutes{2});
    EXPECT_EQ(parsed<SlowCommand>("/slow off").pause, seconds{0});
    EXPECT_EQ(parsed<FollowersCommand>("/followers").least, minutes{0});
    EXPECT_EQ(parsed<FollowersCommand>("/followers 90s").least, minutes{2});
    EXPECT_FALSE(parsed<FollowersCommand>("/followers off").least);
    EXPECT_FALSE(parsed<EmoteOnlyCommand>("/emoteonly off").isOn);
    EXPECT_EQ(parsed<ClearCommand>("/clear").name, "");
    EXPECT_EQ(parsed<DeleteCommand>("/delete bob").name, "bob");
    EXPECT_EQ(parsed<AppointCommand>("/mod bob").role, Role::Moderator);
    EXPECT_EQ(parsed<AppointCommand>("/unvip bob").from, Role::Vip);
}

TEST(ChatCommand, NamesMayHaveAnyCaseAndBeThoseThatPeopleKnow) {
    EXPECT_EQ(parsed<BanCommand>("/BAN Bob").name, "Bob");
    EXPECT_EQ(parsed<TimeoutCommand>("/TimeOut Bob 5m").time, minutes{5});
    EXPECT_THAT(refusalOf("/Bann bob"), testing::HasSubstr("Did you mean /ban?"));
    EXPECT_EQ(parsed<MeCommand>("/me  waves twice ").text, "waves twice");
    EXPECT_EQ(parsed<AnnounceCommand>("/announce Back soon").text, "Back soon");
    EXPECT_EQ(parsed<ListCommand>("/mods").role, Role::Moderator);
    EXPECT_EQ(parsed<ListCommand>("/vips").role, Role::Vip);
    EXPECT_TRUE(parsed<RaiseHandCommand>("/raisehand").isRaised);
    EXPECT_FALSE(parsed<RaiseHandCommand>("/raisehand off").isRaised);
    EXPECT_EQ(parsed<SlowCommand>("/slowoff").pause, seconds{0});
    EXPECT_FALSE(parsed<FollowersCommand>("/followersoff").least);
    EXPECT_FALSE(parsed<EmoteOnlyCommand>("/emoteonlyoff").isOn);
    parsed<EndPollCommand>("/endpoll");
    for (const auto* text : {"/me", "/announce", "/mods bob", "/raisehand high", "/emoteonlyoff now"}) {
        EXPECT_THAT(refusalOf(text), testing::StartsWith("Write /")) << text;
    }
}

TEST(ChatCommand, OneOfMembersIsNoneOfModerators) {
    EXPECT_EQ(leastFor(*parseCommand("/help")), Role::Guest);
    for (const auto* text : {"/me waves", "/mods", "/vips", "/raisehand"}) {
        EXPECT_EQ(leastFor(*parseCommand(text)), Role::Member) << text;
    }
    for (const auto* text : {"/announce it", "/ban bob", "/mod bob", "/slowoff"}) {
        EXPECT_EQ(leastFor(*parseCommand(text)), Role::Moderator) << text;
    }
}

TEST(ChatCommand, PollsHaveAQuestionAndChoices) {
    const auto poll = parsed<PollCommand>("/poll 60s Tea or coffee? | Tea |  Coffee ").poll;
    EXPECT_EQ(poll.question, "Tea or coffee?");
    EXPECT_EQ(poll.options, (std::vector<std::string>{"Tea", "Coffee"}));
    EXPECT_EQ(poll.time, seconds{60});
    EXPECT_FALSE(poll.right);
    EXPECT_EQ(parsed<PollCommand>("/poll 2 and 2? | 4 | 5").poll.question, "2 and 2?");
    const auto quiz = parsed<PollCommand>("/quiz 2 and 2? | 5 | * 4").poll;
    EXPECT_EQ(quiz.right, 1U);
    EXPECT_EQ(quiz.options.at(1), "4");
    parsed<EndPollCommand>("/poll end");
    for (const auto* text :
         {"/poll", "/poll Tea?", "/poll Tea? | Yes", "/poll 9s Tea? | Yes | No", "/quiz Tea? | Yes | No",
          "/quiz Tea? | *Yes | *No", "/poll 2d Tea? | Yes | No"}) {
        EXPECT_THAT(refusalOf(text), testing::HasSubstr("CHOICE")) << text;
    }
    EXPECT_EQ(parsed<LowerHandCommand>("/lower @bob").name, "bob");
}

TEST(ChatCommand, SaysWhatWouldBeRight) {
    EXPECT_EQ(
        refusalOf("/timeout"),
        "Write /timeout NAME [TIME] [REASON], for example /timeout bob 10m spam: keeps somebody from taking "
        "part for a while, 14 d at most; hides their last hour.");
    for (const auto* text :
         {"/ban", "/timeout bob 15d", "/timeout bob 0", "/unban", "/unban bob spam", "/slow soon",
          "/slow 11m", "/followers 91d", "/emoteonly maybe", "/mod", "/unpin bob", "/help me"}) {
        EXPECT_THAT(refusalOf(text), testing::StartsWith("Write /")) << text;
    }
    EXPECT_THAT(refusalOf("/bann bob"), testing::StartsWith("There is no command /bann. Did you mean /ban?"));
    EXPECT_THAT(refusalOf("/shrug"), testing::StartsWith("There is no command /shrug. /help"));
    EXPECT_THAT(refusalOf("/"), testing::StartsWith("There is no command /."));
}

TEST(ChatCommand, HelpListsWhatARoleMayWrite) {
    EXPECT_EQ(commandHelp(Role::Guest), "/help: lists what you may write");
    EXPECT_THAT(commandHelp(Role::Member), testing::HasSubstr("/me TEXT: says what you do"));
    EXPECT_THAT(commandHelp(Role::Member), testing::Not(testing::HasSubstr("/announce")));
    EXPECT_THAT(commandHelp(Role::Moderator), testing::HasSubstr("/ban NAME [REASON]"));
    EXPECT_THAT(commandHelp(Role::Moderator), testing::Not(testing::HasSubstr("/mod ")));
    EXPECT_THAT(commandHelp(Role::Owner), testing::HasSubstr("/mod NAME"));
    EXPECT_LT(commandHelp(Role::Owner).size(), 4'096U);
}

TEST(ChatCommand, DurationsHaveOneUnit) {
    EXPECT_EQ(parseDuration("90"), seconds{90});
    EXPECT_EQ(parseDuration("1m"), seconds{60});
    EXPECT_EQ(parseDuration("365d"), std::chrono::hours{24 * 365});
    for (const auto* text : {"", "m", "-1", "1x", "1mm", "366d", "99999999999999999999"}) {
        EXPECT_FALSE(parseDuration(text)) << text;
    }
}

}  // namespace
}  // namespace footlight::chat
