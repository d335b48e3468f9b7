#include "core/capture/test_pattern_source.h"

#include <util/platform.h>

#include <array>

#include "core/capture/obs_handles.h"
#include "core/capture/relay_clock.h"
#include "core/capture/source_kinds.h"
#include "core/capture/test_card/test_card.h"
#include "core/capture/test_card/test_tone.h"

namespace footlight::capture {

namespace {

constexpr const char* kTitle = "title";
constexpr const char* kTone = "tone";
constexpr std::uint64_t kSecondNs = 1'000'000'000;
// Sound is made this far ahead of the pictures, so that libobs never has to wait for it.
constexpr std::uint64_t kAheadNs = 150'000'000;
constexpr std::uint64_t kRestartAfterNs = kSecondNs;

/// One test pattern in a scene. The still part is one texture; each frame uploads only the clock and one row
/// of the strip. Made and destroyed by libobs; drawn on its graphics thread.
class TestPattern {
public:
    TestPattern(obs_source_t* source, const RelayClock& clock) : source_(source), clock_(clock) {}
    ~TestPattern() {
        const GraphicsScope scope;
        background_.reset();
        clockText_.reset();
        strip_.reset();
    }
    TestPattern(const TestPattern&) = delete;
    TestPattern& operator=(const TestPattern&) = delete;

    void update(obs_data_t* settings);
    void tick();
    void render();
    [[nodiscard]] int width() const { return card_.width(); }
    [[nodiscard]] int height() const { return card_.height(); }

private:
    void fitCanvas();
    void prepare();
    void outputSound();
    void drawSolid(const Rectangle& area, std::uint32_t argb);

    obs_source_t* source_;
    const RelayClock& clock_;
    TestCard card_{1280, 720};
    std::chrono::milliseconds frameTime_{33};
    std::string title_;
    std::atomic<bool> tone_{true};
    std::atomic<bool> isStale_{true};  ///< title or size changed: paint the still part anew
    std::atomic<bool> isNewFrame_{true};
    UtcTime shown_{};
    TexturePtr background_;
    TexturePtr clockText_;
    TexturePtr strip_;
    std::mutex titleMutex_;
    std::uint64_t soundUntil_ = 0;  ///< in the time of os_gettime_ns
    std::int64_t toUtc_ = 0;        ///< what to add to that to get UTC
    std::array<float, 9600> samples_{};
};

void TestPattern::update(obs_data_t* settings) {
    const std::lock_guard guard(titleMutex_);
    title_ = obs_data_get_string(settings, kTitle);
    tone_ = obs_data_get_bool(settings, kTone);
    isStale_ = true;
}

void TestPattern::tick() {
    fitCanvas();
    isNewFrame_ = true;
    if (tone_) {
        outputSound();
    } else {
        soundUntil_ = 0;
    }
}

void TestPattern::fitCanvas() {
    obs_video_info video{};
    if (!obs_get_video_info(&video) || video.fps_num == 0) {
        return;
    }
    frameTime_ = std::chrono::milliseconds(1000 * video.fps_den / video.fps_num);
    const auto width = static_cast<int>(video.base_width);
    const auto height = static_cast<int>(video.base_height);
    if (width != card_.width() || height != card_.height()) {
        card_ = TestCard(width, height);
        isStale_ = true;
    }
}

TexturePtr makeTexture(const Image& image, std::uint32_t flags) {
    const auto* pixels = reinterpret_cast<const std::uint8_t*>(image.pixels().data());
    return TexturePtr(gs_texture_create(static_cast<std::uint32_t>(image.width()),
                                        static_cast<std::uint32_t>(image.height()), GS_BGRA, 1, &pixels,
                                        flags));
}

void upload(gs_texture_t* texture, const Image& image) {
    gs_texture_set_image(texture, reinterpret_cast<const std::uint8_t*>(image.pixels().data()),
                         static_cast<std::uint32_t>(image.width()) * 4, false);
}

void TestPattern::prepare() {
    if (!isNewFrame_.exchange(false) && background_) {
        return;
    }
    shown_ = clock_.now();
    if (isStale_.exchange(false) || !background_) {
        const std::lock_guard guard(titleMutex_);
        background_ = makeTexture(card_.background(title_), 0);
        clockText_ = makeTexture(card_.clock(shown_), GS_DYNAMIC);
        strip_ = makeTexture(card_.stripRow(shown_), GS_DYNAMIC);
        return;
    }
    upload(clockText_.get(), card_.clock(shown_));
    upload(strip_.get(), card_.stripRow(shown_));
}

void drawTexture(gs_texture_t* texture, const Rectangle& area) {
    auto* effect = obs_get_base_effect(OBS_EFFECT_OPAQUE);
    gs_effect_set_texture(gs_effect_get_param_by_name(effect, "image"), texture);
    gs_matrix_push();
    gs_matrix_translate3f(static_cast<float>(area.x), static_cast<float>(area.y), 0);
    while (gs_effect_loop(effect, "Draw")) {
        gs_draw_sprite(texture, 0, static_cast<std::uint32_t>(area.width),
                       static_cast<std::uint32_t>(area.height));
    }
    gs_matrix_pop();
}

void TestPattern::drawSolid(const Rectangle& area, std::uint32_t argb) {
    auto* effect = obs_get_base_effect(OBS_EFFECT_SOLID);
    gs_effect_set_color(gs_effect_get_param_by_name(effect, "color"), argb);
    gs_matrix_push();
    gs_matrix_translate3f(static_cast<float>(area.x), static_cast<float>(area.y), 0);
    while (gs_effect_loop(effect, "Solid")) {
        gs_draw_sprite(nullptr, 0, static_cast<std::uint32_t>(area.width),
                       static_cast<std::uint32_t>(area.height));
    }
    gs_matrix_pop();
}

void TestPattern::render() {
    prepare();
    drawTexture(background_.get(), {0, 0, card_.width(), card_.height()});
    drawTexture(clockText_.get(), card_.clockArea());
    drawTexture(strip_.get(), card_.stripArea());
    drawSolid(card_.block(shown_), opaque(0xFF, 0xB0, 0x20));
    const bool isFlashing = TestCard::isFlashing(shown_, frameTime_);
    drawSolid(card_.flashArea(), isFlashing ? opaque(255, 255, 255) : opaque(0x2A, 0x31, 0x3E));
}

void TestPattern::outputSound() {
    const std::uint64_t now = os_gettime_ns();
    if (soundUntil_ == 0 || now > soundUntil_ + kRestartAfterNs) {
        soundUntil_ = now;
        const auto utc = std::chrono::nanoseconds(clock_.now().time_since_epoch()).count();
        toUtc_ = utc - static_cast<std::int64_t>(now);
    }
    const std::uint64_t wanted = now + kAheadNs - std::min(now + kAheadNs, soundUntil_);
    const auto frames = std::min<std::size_t>(wanted * kToneSampleRate / kSecondNs, samples_.size());
    if (frames == 0) {
        return;
    }
    fillTestTone(std::span(samples_).first(frames), static_cast<std::int64_t>(soundUntil_) + toUtc_);
    obs_source_audio audio{};
    audio.data[0] = reinterpret_cast<const std::uint8_t*>(samples_.data());
    audio.frames = static_cast<std::uint32_t>(frames);
    audio.speakers = SPEAKERS_MONO;
    audio.format = AUDIO_FORMAT_FLOAT_PLANAR;
    audio.samples_per_sec = kToneSampleRate;
    audio.timestamp = soundUntil_;
    soundUntil_ += frames * kSecondNs / kToneSampleRate;
    obs_source_output_audio(source_, &audio);
}

const char* sourceName(void*) { return "Test pattern"; }

void setDefaults(obs_data_t* settings) {
    obs_data_set_default_string(settings, kTitle, "Footlight");
    obs_data_set_default_bool(settings, kTone, true);
}

obs_properties_t* makeProperties(void*) {
    auto* properties = obs_properties_create();
    obs_properties_add_text(properties, kTitle, "Title", OBS_TEXT_DEFAULT);
    obs_properties_add_bool(properties, kTone, "Tone at each full second");
    return properties;
}

void* createPattern(obs_data_t* settings, obs_source_t* source) {
    const auto* clock = static_cast<const RelayClock*>(obs_source_get_type_data(source));
    auto* pattern = new TestPattern(source, *clock);
    pattern->update(settings);
    return pattern;
}

TestPattern* patternOf(void* data) { return static_cast<TestPattern*>(data); }

}  // namespace

void registerTestPattern(const RelayClock& clock) {
    obs_source_info info{};
    info.id = kTestPatternKind.data();
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_VIDEO | OBS_SOURCE_CUSTOM_DRAW | OBS_SOURCE_AUDIO;
    info.get_name = sourceName;
    info.create = createPattern;
    info.destroy = [](void* data) { delete patternOf(data); };
    info.get_width = [](void* data) { return static_cast<std::uint32_t>(patternOf(data)->width()); };
    info.get_height = [](void* data) { return static_cast<std::uint32_t>(patternOf(data)->height()); };
    info.get_defaults = setDefaults;
    info.get_properties = makeProperties;
    info.update = [](void* data, obs_data_t* settings) { patternOf(data)->update(settings); };
    info.video_tick = [](void* data, float) { patternOf(data)->tick(); };
    info.video_render = [](void* data, gs_effect_t*) { patternOf(data)->render(); };
    info.type_data = const_cast<RelayClock*>(&clock);
    obs_register_source(&info);
}

}  // namespace footlight::capture
