#include "app/desktop/xvfb_session.h"

#include <gtest/gtest.h>

#include <memory>

// Last: its macros rename what others declare.
#include <X11/Xlib.h>

namespace footlight::desktop {
namespace {

bool canConnect(const std::string& display) {
    const std::unique_ptr<Display, int (*)(Display*)> connection(
        XOpenDisplay(display.c_str()), [](Display* d) { return d ? XCloseDisplay(d) : 0; });
    return connection != nullptr;
}

}  // namespace

TEST(XvfbSession, SaysWhichPackageIsMissing) {
    const auto session = XvfbSession::start("no-such-xvfb");
    ASSERT_FALSE(session.has_value());
    EXPECT_EQ(session.error().category(), ErrorCategory::Unavailable);
    EXPECT_NE(session.error().message().find("apt install xvfb"), std::string::npos);
}

TEST(XvfbSession, LetsOnlyThoseInWhoHaveItsCookie) {
    const auto session = XvfbSession::start();
    ASSERT_TRUE(session.has_value()) << session.error().message();
    EXPECT_EQ(qgetenv("DISPLAY").toStdString(), (*session)->display());
    EXPECT_TRUE(canConnect((*session)->display()));
    qputenv("XAUTHORITY", "/dev/null");
    EXPECT_FALSE(canConnect((*session)->display()));
}

TEST(XvfbSession, TakesItsDisplayDownWithIt) {
    std::string display;
    {
        const auto session = XvfbSession::start();
        ASSERT_TRUE(session.has_value()) << session.error().message();
        display = (*session)->display();
    }
    EXPECT_TRUE(qgetenv("DISPLAY").isEmpty());
    EXPECT_FALSE(canConnect(display));
}

}  // namespace footlight::desktop
