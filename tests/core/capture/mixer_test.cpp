#include "core/capture/mixer.h"

#include <cmath>

#include "core/base/guarded.h"
#include "core/capture/source_kinds.h"
#include "tests/core/capture/studio_fixture.h"

namespace footlight::capture {
namespace {

class MixerTest : public StudioFixture {
protected:
    void SetUp() override {
        StudioFixture::SetUp();
        mixer_ = std::make_unique<Mixer>(*core_);
    }
    void TearDown() override {
        mixer_.reset();
        StudioFixture::TearDown();
    }

    void listen() {
        mixer_->setMeterListener([this](std::span<const MeterLevel> levels) {
            auto heard = heard_.lock();
            for (const auto& level : levels) {
                (*heard)[level.source].push_back(level.peakDb);
            }
        });
    }
    /// Waits for a beep after `from` reports and says how loud it was.
    float loudest(SourceId id) {
        heard_.lock()->clear();
        tests::waitUntil([&] { return (*heard_.lock())[id].size() >= 30; });
        const auto levels = (*heard_.lock())[id];
        return *std::max_element(levels.begin(), levels.end());
    }

    Guarded<std::map<SourceId, std::vector<float>>> heard_;
    std::unique_ptr<Mixer> mixer_;
};

TEST_F(MixerTest, TheMeterFollowsToneVolumeAndMute) {
    listen();
    const auto pattern = add(kTestPatternKind, "pattern");
    add("color_source", "silent");
    EXPECT_NEAR(loudest(pattern), -12, 0.5);
    EXPECT_EQ(heard_.lock()->size(), 1U) << "only sources with sound have a meter";
    ASSERT_TRUE(mixer_->setVolume(pattern, -20));
    loudest(pattern);
    EXPECT_NEAR(loudest(pattern), -32, 0.5);
    EXPECT_NEAR(scene_->list().back().volumeDb, -20, 0.01);
    ASSERT_TRUE(mixer_->setMuted(pattern, true));
    EXPECT_TRUE(scene_->list().back().muted);
}

TEST_F(MixerTest, AVolumeOutOfRangeIsRefused) {
    const auto pattern = add(kTestPatternKind, "pattern");
    EXPECT_EQ(mixer_->setVolume(pattern, 30).error().category(), ErrorCategory::Invalid);
    EXPECT_EQ(mixer_->setVolume(pattern, std::nan("")).error().category(), ErrorCategory::Invalid);
    EXPECT_EQ(mixer_->setVolume(SourceId{999}, 0).error().category(), ErrorCategory::NotFound);
}

}  // namespace
}  // namespace footlight::capture
