#include "app/relay/metrics_text.h"

#include <gtest/gtest.h>

namespace footlight::app {

TEST(MetricsText, IsPrometheusText) {
    MetricsText text;
    text.counter("a_total", "What a is.", 3);
    text.gauge("b", "What b is.", 0.5);
    EXPECT_EQ(text.text(),
              "# HELP a_total What a is.\n# TYPE a_total counter\na_total 3\n"
              "# HELP b What b is.\n# TYPE b gauge\nb 0.5\n");
}

TEST(MetricsText, KnowsTheProcess) {
    MetricsText text;
    text.process();
    for (const char* name : {"process_start_time_seconds ", "process_resident_memory_bytes ",
                             "process_cpu_seconds_total ", "process_open_fds "}) {
        const auto at = text.text().find(std::string("\n") + name);
        ASSERT_NE(at, std::string::npos) << name;
        EXPECT_GT(std::stod(text.text().substr(at + 1 + std::string_view(name).size())), 0) << name;
    }
}

}  // namespace footlight::app
