#include <gtest/gtest.h>

#include "core/wire/channel_input.h"
#include "core/wire/channel_settings.h"
#include "core/wire/json.h"
#include "core/wire/recording.h"
#include "core/wire/target.h"

namespace footlight::wire {
namespace {

constexpr auto kId = "01890a5d-ac96-774b-bcce-b302099a8057";

UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }

template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireManagementSnapshot, Settings) {
    expectSnapshot(ChannelSettings{},
                   R"({"graceSeconds":60,"recorded":true,"retentionDays":0,"visibility":"public",)"
                   R"("rtmpPlay":true,"hasSlate":false})");
    expectSnapshot(ChannelSettingsPatch{}, "{}");
    expectSnapshot(ChannelSettingsPatch{5, false, 30, Visibility::Protected, false},
                   R"({"graceSeconds":5,"recorded":false,"retentionDays":30,"visibility":"protected",)"
                   R"("rtmpPlay":false})");
    expectSnapshot(IngestAddresses{"rtmp://h/live", "rtmp://h/backup"},
                   R"({"rtmp":"rtmp://h/live","rtmpBackup":"rtmp://h/backup"})");
    expectSnapshot(IngestAddresses{"rtmp://h/live", "rtmp://h/backup", std::nullopt, std::nullopt,
                                   "srt://h:1", "srt://h:1", false},
                   R"({"rtmp":"rtmp://h/live","rtmpBackup":"rtmp://h/backup","srt":"srt://h:1",)"
                   R"("srtBackup":"srt://h:1","srtHasPassphrase":false})");
    expectSnapshot(InputChoice{IngestSlot::Backup}, R"({"slot":"backup"})");
    expectSnapshot(LinkRequest{2}, R"({"hours":2})");
    expectSnapshot(PlaybackLink{"http://m/t/x", at()}, R"({"url":"http://m/t/x","expiresAt":1700000000123})");
}

TEST(WireManagementSnapshot, Targets) {
    Target target{*TargetId::parse(kId), "YouTube", "rtmps://a/live2", 1, false};
    target.status = TargetStatus{*TargetId::parse(kId), TargetPhase::Waiting, 0, 9, "refused"};
    expectSnapshot(
        TargetList{{target}},
        R"({"items":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"YouTube",)"
        R"("url":"rtmps://a/live2","audioTrack":1,"enabled":false,"status":)"
        R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","phase":"waiting","bitrate":0,"dropped":9,)"
        R"("detail":"refused"}}]})");
    expectSnapshot(NewTarget{"YouTube", "rtmps://a/live2", Secret("k")},
                   R"({"name":"YouTube","url":"rtmps://a/live2","streamKey":"k"})");
    expectSnapshot(TargetPatch{{}, {}, Secret("k"), 1, true},
                   R"({"streamKey":"k","audioTrack":1,"enabled":true})");
}

TEST(WireManagementSnapshot, Inputs) {
    expectSnapshot(
        ChannelInputList{{{*InputId::parse(kId), "srt://h:9000", IngestSlot::Backup, {}, true, true}}},
        R"({"items":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","url":"srt://h:9000","slot":"backup",)"
        R"("sources":[],"hasPassphrase":true,"enabled":true}]})");
    expectSnapshot(NewChannelInput{"udp://0.0.0.0:5000", {}, std::vector<std::string>{"10.0.0.7"}},
                   R"({"url":"udp://0.0.0.0:5000","sources":["10.0.0.7"]})");
    expectSnapshot(ChannelInputPatch{{}, {}, {}, Secret(""), false}, R"({"passphrase":"","enabled":false})");
}

TEST(WireManagementSnapshot, Recordings) {
    Recording recording{*BroadcastId::parse(kId), "Ada", "Maths", at(), at(),
                        RecordingPhase::Finished, 9'000};
    recording.playback = "http://m/vod/x/index.m3u8";
    recording.download = "http://m/vod/x/download.mp4";
    expectSnapshot(
        RecordingPage{{recording}, "p"},
        R"({"items":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","channel":"Ada","title":"Maths",)"
        R"("startedAt":1700000000123,"endedAt":1700000000123,"phase":"finished","durationMs":9000,)"
        R"("bytes":0,"keep":false,"holes":0,"playback":"http://m/vod/x/index.m3u8",)"
        R"("download":"http://m/vod/x/download.mp4"}],"next":"p"})");
    expectSnapshot(RecordingPatch{"Maths", true}, R"({"title":"Maths","keep":true})");
    expectSnapshot(HoleList{{{at(), 900}}}, R"({"items":[{"at":1700000000123,"durationMs":900}]})");
    expectSnapshot(FillTicket{"http://m/t/x/fill", at()},
                   R"({"url":"http://m/t/x/fill","expiresAt":1700000000123})");
}

TEST(WireManagementSnapshot, AnEmptyStreamKeyOfATargetIsNamed) {
    const auto parsed = parse<NewTarget>(R"({"name":"YouTube","url":"rtmps://a/live2","streamKey":""})");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().message, "`streamKey` must be a string of 1 to 500 characters");
}

}  // namespace
}  // namespace footlight::wire
