#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

#include "core/client/relay_client.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/people/fake_keeper.h"
#include "ui/theme/theme.h"

namespace footlight::people {

inline const UtcTime kSomeTime = utcFromMilliseconds(1'795'252'800'000);

inline std::string problemJson(int status, const std::string& code, const std::string& detail) {
    wire::Problem problem;
    problem.status = status;
    problem.code = code;
    problem.detail = detail;
    return wire::toJson(problem);
}

/// Anna, signed in at a hub on the loopback. With FOOTLIGHT_SHOTS=FOLDER shoot() leaves a picture of a
/// widget, dark and light.
class WithAHub : public testing::Test {
protected:
    void SetUp() override { relay.api().setAddress(hub.address()); }

    void signIn() {
        const wire::Session session{Secret("t-1"), kSomeTime, {UserId::make(kSomeTime), "anna"}, "anna"};
        hub.answer("POST /session", {200, wire::toJson(session)});
        relay.api().signIn(QStringLiteral("anna"), Secret("password"), {});
        ASSERT_TRUE(tests::eventually([this] { return relay.api().session().has_value(); }));
    }
    /// The last request of that kind, or an empty one.
    [[nodiscard]] tests::FakeHub::Request last(const std::string& method, const std::string& target) const {
        for (auto each = hub.requests().rbegin(); each != hub.requests().rend(); ++each) {
            if (each->method == method && each->target == "/api/v1" + target) {
                return *each;
            }
        }
        return {};
    }
    [[nodiscard]] bool wasAsked(const std::string& method, const std::string& target) const {
        return !last(method, target).method.empty();
    }

    template <typename Control>
    static Control* named(QWidget& root, const char* name) {
        for (auto* control : root.findChildren<Control*>()) {
            if (control->isVisible() && control->accessibleName() == QLatin1String(name)) {
                return control;
            }
        }
        return nullptr;
    }
    static void press(QWidget& root, const char* name) {
        auto* button = named<QAbstractButton>(root, name);
        ASSERT_NE(button, nullptr) << name;
        ASSERT_TRUE(button->isEnabled()) << name;
        button->click();
    }
    static void type(QWidget& root, const char* name, const char* text) {
        auto* line = named<QLineEdit>(root, name);
        ASSERT_NE(line, nullptr) << name;
        line->clear();
        QTest::keyClicks(line, QLatin1String(text));
    }

    static void shoot(QWidget& widget, const QString& name) {
        const QString folder = qEnvironmentVariable("FOOTLIGHT_SHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QDir().mkpath(folder);
        static theme::Theme theme(*qApp);
        for (const auto appearance : {theme::Appearance::Dark, theme::Appearance::Light}) {
            theme.setAppearance(appearance);
            QTest::qWait(100);
            QPixmap shot(widget.size());
            shot.fill(qApp->palette().color(QPalette::Window));
            widget.render(&shot);
            shot.save(QDir(folder).filePath(name + QLatin1Char('-') + theme::toString(appearance) +
                                            QStringLiteral(".png")));
        }
    }

    tests::FakeHub hub;
    SystemClock clock;
    client::RelayClient relay{clock};
};

}  // namespace footlight::people
