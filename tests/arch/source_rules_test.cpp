#include <gtest/gtest.h>

#include <regex>

#include "tests/arch/source_tree.h"

namespace footlight::tests {
namespace {

void expectNoLine(const std::regex& forbidden, const std::string& why,
                  const std::function<bool(const SourceFile&)>& applies) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        if (source.path.starts_with("tests/arch") || !applies(source)) {
            continue;
        }
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            EXPECT_FALSE(std::regex_search(source.lines[i], forbidden))
                << source.path << ":" << i + 1 << ": " << why << "\n  " << source.lines[i];
        }
    }
}

bool everywhere(const SourceFile&) {
    return true;
}

}  // namespace

// GCC 12 destroys an aggregate temporary, and so a capturing lambda, twice when it stands in a full
// expression with co_await.
TEST(SourceRules, NoCapturingLambdaStandsBesideCoAwait) {
    const std::regex lambda(R"([(,=]\s*\[[^\]\[]+\]\s*[({m-])");
    expectNothingBesideCoAwait(lambda, "a capturing lambda in a co_await expression; name it first");
}

TEST(SourceRules, NoAggregateTemporaryStandsBesideCoAwait) {
    const std::regex aggregate(R"([A-Z][A-Za-z]+\{\s*\.)");
    expectNothingBesideCoAwait(aggregate, "an aggregate temporary in a co_await expression; name it first");
}

TEST(SourceRules, DetachedTasksLiveInTaskGroupOnly) {
    expectNoLine(std::regex(R"(asio::detached|\bdetached\))"), "spawn it in a TaskGroup",
                 [](const SourceFile& source) { return source.path.starts_with("core/"); });
}

TEST(SourceRules, TestsDoNotSleep) {
    expectNoLine(std::regex(R"(sleep_for|usleep\(|QThread::m?sleep|QTest::qSleep|\bsleep\()"),
                 "wait for a condition",
                 [](const SourceFile& source) { return source.path.starts_with("tests/"); });
}

TEST(SourceRules, NothingIsLeftForLater) {
    expectNoLine(std::regex(R"(\b(TODO|FIXME|XXX|HACK)\b)"), "finish it or file it", everywhere);
}

TEST(SourceRules, TextFromOthersIsNeverMarkup) {
    expectNoLine(std::regex(R"(Qt::(RichText|AutoText|MarkdownText))"), "use Qt::PlainText", everywhere);
}

}  // namespace footlight::tests
