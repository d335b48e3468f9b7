#include "tests/core/capture/studio_fixture.h"

#include <util/bmem.h>

#include "core/capture/studio_engine.h"
#include "tests/support/private_display.h"

namespace footlight::capture {

namespace {

class StudioEnvironment : public ::testing::Environment {
public:
    void SetUp() override {
        display_ = std::make_unique<tests::PrivateDisplay>();
        ASSERT_FALSE(display_->name().empty()) << "Xvfb did not start";
        auto core = StudioCore::create({.width = 640, .height = 360}, Logger::silent());
        ASSERT_TRUE(core.has_value()) << core.error().text();
        core_ = std::move(*core);
        auto second = StudioCore::create({}, Logger::silent());
        ASSERT_FALSE(second.has_value());
        EXPECT_EQ(second.error().category(), ErrorCategory::Conflict);
    }
    void TearDown() override {
        core_.reset();
        display_.reset();
        EXPECT_EQ(bnum_allocs(), 0) << "libobs still holds memory of ours";
    }
    [[nodiscard]] StudioCore* core() const { return core_.get(); }

private:
    std::unique_ptr<tests::PrivateDisplay> display_;
    std::unique_ptr<StudioCore> core_;
};

auto* const kEnvironment =
    static_cast<StudioEnvironment*>(::testing::AddGlobalTestEnvironment(new StudioEnvironment));

}  // namespace

StudioCore* sharedStudio() { return kEnvironment->core(); }

}  // namespace footlight::capture
