#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
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

bool everywhere(const SourceFile&) { return true; }

/// What follows each co_await up to the end of its statement.
std::vector<std::string> awaitedExpressions(const SourceFile& source) {
    std::string text;
    for (const auto& line : source.lines) {
        text += line.substr(0, line.find("//")) + "\n";
    }
    std::vector<std::string> expressions;
    for (auto at = text.find("co_await"); at != std::string::npos; at = text.find("co_await", at + 1)) {
        expressions.push_back(text.substr(at, text.find(';', at) - at));
    }
    return expressions;
}

void expectNothingBesideCoAwait(const std::regex& forbidden, const std::string& why) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        for (const auto& expression : awaitedExpressions(source)) {
            EXPECT_FALSE(std::regex_search(expression, forbidden))
                << source.path << ": " << why << "\n  " << expression;
        }
    }
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

TEST(Translations, GermanSaysDu) {
    std::ifstream file(std::filesystem::path(FOOTLIGHT_SOURCE_DIR) / "translations/footlight_de.ts");
    ASSERT_TRUE(file);
    const std::regex formal(R"(\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b)");
    std::size_t texts = 0;
    for (std::string line; std::getline(file, line);) {
        const bool isText =
            line.find("<translation") != std::string::npos || line.find("<numerusform>") != std::string::npos;
        texts += isText ? 1U : 0U;
        EXPECT_FALSE(isText && std::regex_search(line, formal)) << "we say du:\n" << line;
    }
    EXPECT_GT(texts, 1'000U);
}

}  // namespace footlight::tests
