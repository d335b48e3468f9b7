#pragma once

#include <gtest/gtest.h>

#include "core/capture/scene.h"
#include "core/capture/studio_core.h"
#include "tests/support/process.h"

namespace footlight::capture {

/// libobs at 640x360 on a display of its own, started once for the whole program as in the app; null where it
/// did not start. At the end of the program it must have given back all its memory.
StudioCore* sharedStudio();

/// An empty scene on the shared libobs.
class StudioFixture : public ::testing::Test {
protected:
    void SetUp() override {
        core_ = sharedStudio();
        ASSERT_NE(core_, nullptr) << "libobs did not start";
        scene_ = std::make_unique<Scene>(*core_);
    }
    void TearDown() override { scene_.reset(); }

    SourceId add(std::string_view kind, std::string_view name) {
        const auto added = scene_->addSource(kind, name);
        EXPECT_TRUE(added.has_value()) << kind;
        return added.value_or(SourceId{});
    }

    StudioCore* core_ = nullptr;
    std::unique_ptr<Scene> scene_;
};

}  // namespace footlight::capture
