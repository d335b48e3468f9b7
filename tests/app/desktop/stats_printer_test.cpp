#include "app/desktop/stats_printer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace footlight::desktop {
namespace {

Sample sample(double seconds, double latency) {
    Sample made;
    made.seconds = seconds;
    made.bitrateKbps = 2500;
    made.fps = 30;
    made.drops = 2;
    made.latencyMs = latency;
    made.stalls = 0;
    made.position = seconds;
    made.rendition = "source";
    return made;
}

}  // namespace

TEST(StatsPrinter, PrintsOneObjectALineWithNullForWhatIsUnknown) {
    std::ostringstream out;
    StatsPrinter printer(out, StatsPrinter::Form::Json);
    printer.print(sample(1, 812.4));
    EXPECT_EQ(
        out.str(),
        R"({"t":1.0,"bitrate_kbps":2500,"fps":30.0,"drops":2,"latency_ms":812,"stalls":0,"position":1.0,)"
        R"("rendition":"source","glass_latency_ms":null,"buffer_s":null,"rate":null,"join_ms":null,)"
        R"("round_trip_ms":null,"state":null})"
        "\n");
}

TEST(StatsPrinter, SumsUpWithMediansAndLastCounts) {
    std::ostringstream out;
    StatsPrinter printer(out, StatsPrinter::Form::Json);
    printer.print(sample(1, 4000));
    printer.print(sample(2, 800));
    auto last = sample(3, 900);
    last.drops = 5;
    printer.print(last);
    out.str({});
    printer.printSummary();
    EXPECT_EQ(out.str().rfind(R"({"summary":true,"t":3.0,)", 0), 0U) << out.str();
    EXPECT_NE(out.str().find(R"("latency_ms":900)"), std::string::npos) << out.str();
    EXPECT_NE(out.str().find(R"("drops":5)"), std::string::npos) << out.str();
}

TEST(StatsPrinter, SumHasTheWaitsAndTheNinetyFifthPercentile) {
    std::ostringstream out;
    StatsPrinter printer(out, StatsPrinter::Form::Json);
    for (int i = 0; i <= 20; ++i) {
        auto each = sample(i, 700);
        each.glassLatencyMs = 700 + i;
        each.goLiveMs = 1234;
        each.joinMs = 56;
        printer.print(each);
    }
    EXPECT_EQ(out.str().find("golive_ms"), std::string::npos);
    out.str({});
    printer.printSummary();
    const std::string line = out.str();
    EXPECT_NE(line.find(R"("golive_ms":1234,"glass_p95_ms":719})"), std::string::npos) << line;
    EXPECT_NE(line.find(R"("glass_latency_ms":710)"), std::string::npos) << line;
    EXPECT_NE(line.find(R"("join_ms":56)"), std::string::npos) << line;
}

TEST(StatsPrinter, SaysTheSumInASentence) {
    std::ostringstream out;
    StatsPrinter printer(out, StatsPrinter::Form::Sentence);
    auto only = sample(20, 912);
    only.glassLatencyMs = 912;
    only.joinMs = 240;
    only.goLiveMs = 1800;
    only.stalls = 1;
    printer.print(only);
    printer.printSummary();
    EXPECT_EQ(
        out.str(),
        "20 s, median glass-to-glass latency 912 ms, 95 % within 912 ms, 30 pictures a second, 2500 kbit/s, "
        "1 stall, 2 dropped pictures, first picture 1800 ms after going live, first picture 240 ms after "
        "joining.\n");
}

TEST(StatsPrinter, EscapesTheNamesOfOthers) {
    auto odd = sample(1, 1);
    odd.rendition = "a\"b\\c\n";
    EXPECT_NE(toJsonLine(odd, false).find(R"("rendition":"a\"b\\c\u000a")"), std::string::npos);
}

}  // namespace footlight::desktop
