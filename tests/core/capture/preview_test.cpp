#include "core/capture/preview.h"

#include "core/capture/source_kinds.h"
#include "tests/core/capture/studio_fixture.h"

// Last: they define macros named None and Bool.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace footlight::capture {
namespace {

/// A plain X11 window, as a widget of the app has one.
class TestWindow {
public:
    TestWindow(int width, int height) : display_(XOpenDisplay(nullptr)) {
        window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0,
                                      static_cast<unsigned>(width), static_cast<unsigned>(height), 0, 0, 0);
        XMapWindow(display_, window_);
        XSync(display_, False);
    }
    ~TestWindow() {
        XDestroyWindow(display_, window_);
        XCloseDisplay(display_);
    }
    TestWindow(const TestWindow&) = delete;
    TestWindow& operator=(const TestWindow&) = delete;

    [[nodiscard]] NativeWindow id() const { return window_; }
    /// 0xRRGGBB of one pixel on the screen.
    [[nodiscard]] unsigned long pixel(int x, int y) const {
        auto* image = XGetImage(display_, window_, x, y, 1, 1, AllPlanes, ZPixmap);
        const unsigned long colour = XGetPixel(image, 0, 0) & 0xFFFFFF;
        XDestroyImage(image);
        return colour;
    }

private:
    Display* display_;
    Window window_ = 0;
};

class PreviewTest : public StudioFixture {
protected:
    Previews& previews() {
        previews_ = previews_ ? std::move(previews_) : std::make_unique<Previews>(*core_);
        return *previews_;
    }
    void TearDown() override {
        previews_.reset();
        StudioFixture::TearDown();
    }

private:
    std::unique_ptr<Previews> previews_;
};

TEST_F(PreviewTest, AWindowShowsThePictureOnAirWithBarsAroundIt) {
    const auto curtain = add("color_source", "curtain");
    ASSERT_TRUE(scene_->setProperty(curtain, "color", Colour{0x2040C0FF}));
    const TestWindow window(640, 480);
    const auto preview = previews().attach(window.id(), 640, 480);
    ASSERT_TRUE(preview.has_value()) << preview.error().text();
    EXPECT_TRUE(tests::waitUntil([&] { return window.pixel(320, 240) == 0x2040C0; }))
        << std::hex << window.pixel(320, 240);
    EXPECT_EQ(window.pixel(320, 10), 0x0C0E12U) << "above the 16:9 picture";
    previews().detach(*preview);
}

TEST_F(PreviewTest, TwoWindowsCanShowItAndAPreviewFollowsItsWindowsSize) {
    const auto curtain = add("color_source", "curtain");
    ASSERT_TRUE(scene_->setProperty(curtain, "color", Colour{0x2040C0FF}));
    const TestWindow wide(640, 360);
    const TestWindow small(320, 180);
    const auto first = previews().attach(wide.id(), 160, 90);
    const auto second = previews().attach(small.id(), 320, 180);
    ASSERT_TRUE(first && second);
    previews().resize(*first, 640, 360);
    EXPECT_TRUE(tests::waitUntil([&] { return wide.pixel(630, 350) == 0x2040C0; }));
    EXPECT_TRUE(tests::waitUntil([&] { return small.pixel(310, 170) == 0x2040C0; }));
    previews().detach(*first);
    previews().detach(*first);
    previews().detach(*second);
}

}  // namespace
}  // namespace footlight::capture
