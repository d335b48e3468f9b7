// A poll's picture in the pixels that libobs sends out: the real engine on a display of its own.
#include <gtest/gtest.h>
#include <obs.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <mutex>

#include "core/capture/studio_engine.h"
#include "tests/support/private_display.h"
#include "ui/audience/audience.h"
#include "ui/audience/poll_picture.h"
#include "ui/studio/engine_ports.h"
#include "ui/studio/poll_in_picture.h"

namespace footlight::studio {
namespace {

constexpr QSize kCanvas(640, 360);
/// Black: libobs mixes what is see-through in linear light, the painter here does not.
const QColor kBehind(Qt::black);

/// The newest picture of the scene as it goes to the encoders.
class OnAir {
public:
    OnAir() { obs_add_raw_video_callback(&kAsked, &OnAir::take, this); }
    ~OnAir() { obs_remove_raw_video_callback(&OnAir::take, this); }
    OnAir(const OnAir&) = delete;
    OnAir& operator=(const OnAir&) = delete;

    [[nodiscard]] QImage picture() const {
        const std::lock_guard lock(mutex_);
        return picture_;
    }

private:
    static constexpr video_scale_info kAsked{VIDEO_FORMAT_BGRA, kCanvas.width(), kCanvas.height(),
                                             VIDEO_RANGE_FULL, VIDEO_CS_709};

    static void take(void* self, video_data* frame) {
        const QImage seen(frame->data[0], kCanvas.width(), kCanvas.height(),
                          static_cast<int>(frame->linesize[0]), QImage::Format_RGB32);
        auto* to = static_cast<OnAir*>(self);
        const std::lock_guard lock(to->mutex_);
        to->picture_ = seen.convertToFormat(QImage::Format_Grayscale8);
    }

    mutable std::mutex mutex_;
    QImage picture_;
};

class APollOnAir : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_FALSE(display_.name().empty()) << "Xvfb did not start";
        capture::EngineOptions options;
        options.width = kCanvas.width();
        options.height = kCanvas.height();
        auto made = capture::StudioEngine::create(options, Logger::silent());
        ASSERT_TRUE(made.has_value()) << made.error().text();
        engine_ = std::move(*made);
        adapter_ = std::make_unique<EngineAdapter>(*engine_);
        const auto behind = adapter_->add("color_source", "behind");
        ASSERT_TRUE(behind.has_value()) << behind.error().text();
        ASSERT_TRUE(adapter_->setProperty(*behind, "color", capture::Colour{kBehind.rgb() << 8 | 0xFF}));
        audience_.link.enter(QStringLiteral("anna"));
    }
    [[nodiscard]] wire::Poll poll(std::int64_t yes, std::int64_t no, bool isOpen = true) const {
        wire::Poll told;
        told.id = id_;
        told.question = "Tea?";
        told.options = {{"Yes", yes}, {"No", no}};
        told.endsAt = endsAt_;
        told.open = isOpen;
        return told;
    }
    void tell(const wire::Poll& told) { Q_EMIT relay_.live().pollChanged({"anna", told}); }

    /// How far what is on air is from that poll over what is behind it: mean of the differences of
    /// brightness within the card, of 255; without a poll within the same place.
    [[nodiscard]] double distance(const std::optional<wire::Poll>& from) const {
        const QImage seen = air_->picture();
        if (seen.isNull()) {
            return 255;
        }
        const QImage card = audience::pollPicture(poll(1, 1), std::chrono::minutes(9), kCanvas);
        QImage wanted(kCanvas, QImage::Format_RGB32);
        wanted.fill(kBehind);
        if (from) {
            QPainter(&wanted).drawImage(0, 0, audience::pollPicture(*from, audience_.polls.left(), kCanvas));
        }
        const QImage grey = wanted.convertToFormat(QImage::Format_Grayscale8);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < kCanvas.height(); ++y) {
            for (int x = 0; x < kCanvas.width(); ++x) {
                if (qAlpha(card.pixel(x, y)) > 200) {
                    sum += std::abs(seen.constScanLine(y)[x] - grey.constScanLine(y)[x]);
                    ++count;
                }
            }
        }
        return sum / count;
    }
    bool shows(const std::optional<wire::Poll>& poll) {
        return QTest::qWaitFor([&] { return distance(poll) < kSame; }, 30'000);
    }

    /// Colours at half the size, and the ticking clock.
    static constexpr double kSame = 4;

    tests::PrivateDisplay display_;
    std::unique_ptr<capture::StudioEngine> engine_;
    std::unique_ptr<EngineAdapter> adapter_;
    std::unique_ptr<OnAir> air_;
    SystemClock clock_;
    PollId id_ = PollId::make(clock_.utcNow());
    UtcTime endsAt_ = clock_.utcNow() + std::chrono::minutes(9);
    client::RelayClient relay_{clock_};
    audience::Audience audience_{relay_};
};

}  // namespace

TEST_F(APollOnAir, IsInThePictureWithItsVotesAsTheyComeAndWithItsResult) {
    air_ = std::make_unique<OnAir>();
    ASSERT_TRUE(shows({})) << distance({});
    {
        PollInPicture picture(audience_.polls, *adapter_, *adapter_, kCanvas);
        picture.setWanted(true);
        tell(poll(1, 1));
        ASSERT_TRUE(shows(poll(1, 1))) << distance(poll(1, 1));
        const double same = distance(poll(1, 1));
        EXPECT_GT(distance(poll(20, 0)), std::max(kSame, same * 2));
        EXPECT_GT(distance({}), std::max(kSame, same * 2));

        tell(poll(20, 0));
        ASSERT_TRUE(shows(poll(20, 0))) << distance(poll(20, 0));
        // Of two images that are made within one second the second counts.
        for (const std::int64_t no : {0, 20, 0, 20}) {
            auto over = poll(no == 0 ? 20 : 0, no, false);
            over.id = PollId::make(clock_.utcNow());
            auto open = over;
            open.open = true;
            std::swap(open.options[0].votes, open.options[1].votes);
            tell(open);
            ASSERT_TRUE(shows(open)) << distance(open);
            tell(over);
            ASSERT_TRUE(shows(over)) << distance(over);
        }
    }
    EXPECT_TRUE(shows({})) << distance({}) << ": it went with the Studio's page";
    air_.reset();
}

TEST_F(APollOnAir, KeepsUpWithVotesThatNeverRest) {
    air_ = std::make_unique<OnAir>();
    PollInPicture picture(audience_.polls, *adapter_, *adapter_, kCanvas);
    picture.setWanted(true);
    tell(poll(0, 1));
    ASSERT_TRUE(shows(poll(0, 1)));
    QTimer votes;
    std::int64_t yes = 0;
    QObject::connect(&votes, &QTimer::timeout, &votes, [&] { tell(poll(++yes, 1)); });
    votes.start(50);
    EXPECT_TRUE(QTest::qWaitFor([&] { return distance(poll(20, 1)) < kSame; }, 30'000))
        << distance(poll(20, 1)) << " after " << yes;
    air_.reset();
}

}  // namespace footlight::studio

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");  // Qt's windows; libobs has a display of its own
    QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
