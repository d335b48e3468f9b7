#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>

#include "tests/support/fake_clock.h"
#include "ui/audience/chat_sync.h"

namespace footlight::audience {

using Lines = std::vector<std::string>;

inline UtcTime at(double seconds) {
    return utcFromMilliseconds(1'800'000'000'000 + std::llround(seconds * 1000));
}

inline wire::ChatMessage line(double second, const std::string& text = {}) {
    wire::ChatMessage made;
    // The same line whenever it is told.
    static std::map<UtcTime, MessageId> ids;
    made.id = ids.emplace(at(second), MessageId::make(at(second))).first->second;
    made.at = at(second);
    made.user.id = UserId::make(at(0));
    made.text = text.empty() ? std::to_string(static_cast<int>(second)) : text;
    return made;
}

/// Chat of one line a second, or of more; answers when told to.
class SecondsArchive final : public ChatArchive {
public:
    struct Asked {
        UtcTime from;
        UtcTime to;
        client::Reply<ChatStretch> reply;
    };
    SecondsArchive(std::deque<Asked>& asked) : asked_(asked) {}
    void fetch(UtcTime from, UtcTime to, Part /*part*/, client::Reply<ChatStretch> reply) override {
        asked_.push_back({from, to, std::move(reply)});
    }

private:
    std::deque<Asked>& asked_;
};

class ChatSyncTest : public testing::Test {
protected:
    ChatSyncTest() {
        QObject::connect(&sync, &ChatSync::released, &sync,
                         [this](const wire::ChatMessage& each) { shown.push_back(each.text); });
        QObject::connect(&sync, &ChatSync::replaced, &sync,
                         [this](const std::vector<wire::ChatMessage>& all) {
                             shown.clear();
                             for (const auto& each : all) {
                                 shown.push_back(each.text);
                             }
                         });
    }
    void beginLive() {
        sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
        sync.showHistory({line(1), line(2)}, true);
    }
    void picture(double captured, std::chrono::milliseconds behind) { sync.follow({at(captured), behind}); }
    void hear(std::initializer_list<double> seconds) {
        for (const double second : seconds) {
            sync.hear(line(second), false);
        }
    }
    /// Of what was asked for, a line every `step` seconds, the newest `most`.
    void answer(double step = 1, std::size_t most = 500) {
        auto question = std::move(asked.front());
        asked.pop_front();
        ChatStretch stretch{question.from, question.to, {}};
        const UtcTime end = std::min(question.to, at(now));
        const auto every = static_cast<std::int64_t>(step * 1000);
        for (auto when = nextAt((std::max(question.from, at(0)) - at(0)).count(), every);
             at(static_cast<double>(when) / 1000) < end; when += every) {
            stretch.lines.push_back(line(static_cast<double>(when) / 1000));
        }
        if (stretch.lines.size() > most) {
            stretch.lines.erase(stretch.lines.begin(),
                                stretch.lines.end() - static_cast<std::ptrdiff_t>(most));
            stretch.from = stretch.lines.front().at;
        }
        question.reply(std::move(stretch));
    }
    /// A few looks, as often as it may ask.
    void watchUntilAsked(double captured, std::chrono::milliseconds behind) {
        for (int look = 0; look < 30 && asked.empty(); ++look) {
            clock.advance(std::chrono::milliseconds{200});
            picture(captured, behind);
        }
        ASSERT_FALSE(asked.empty());
    }

    /// For so long, with an archive that answers at once and a line every `step` milliseconds.
    void watchOn(double& head, int seconds, std::int64_t step = 1000) {
        const std::chrono::milliseconds behind(std::llround((now - head) * 1000));
        for (int look = 0; look < seconds * 5; ++look) {
            for (auto when = nextAt(std::llround(now * 1000), step); when < std::llround(now * 1000) + 200;
                 when += step) {
                hear({static_cast<double>(when) / 1000});
            }
            now += 0.2;
            head += 0.2;
            clock.advance(std::chrono::milliseconds{200});
            picture(head, behind);
            while (!asked.empty()) {
                answerWhole(step);
            }
        }
    }
    static std::int64_t nextAt(std::int64_t from, std::int64_t step) {
        return (from + step - 1) / step * step;
    }
    void answerWhole(std::int64_t step) {
        auto question = std::move(asked.front());
        asked.pop_front();
        ChatStretch stretch{question.from, question.to, {}};
        const UtcTime end = std::min(question.to, at(now));
        for (auto when = nextAt((std::max(question.from, at(0)) - at(0)).count(), step);
             at(static_cast<double>(when) / 1000) < end; when += step) {
            stretch.lines.push_back(line(static_cast<double>(when) / 1000));
        }
        if (stretch.lines.size() > 500) {
            stretch.lines.erase(stretch.lines.begin(), stretch.lines.end() - 500);
            stretch.from = stretch.lines.front().at;
        }
        question.reply(std::move(stretch));
    }
    [[nodiscard]] auto timesShown(int second) const {
        return std::count(shown.begin(), shown.end(), std::to_string(second));
    }

    std::deque<SecondsArchive::Asked> asked;
    double now = 3600;
    tests::FakeClock clock;
    ChatSync sync{clock};
    Lines shown;
};

}  // namespace footlight::audience
