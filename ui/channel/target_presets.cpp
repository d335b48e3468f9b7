#include "ui/channel/target_presets.h"

#include <QCoreApplication>

namespace footlight::channel {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TargetPresets)
};

}  // namespace

std::vector<TargetPreset> targetPresets() {
    return {
        {QStringLiteral("YouTube"), QStringLiteral("rtmps://a.rtmps.youtube.com:443/live2"),
         Words::tr("The key is in YouTube Studio under Create > Go live > Stream.")},
        {QStringLiteral("Twitch"), QStringLiteral("rtmps://ingest.global-contribute.live-video.net:443/app"),
         Words::tr("The key is in Twitch's Creator Dashboard under Settings > Stream.")},
        {QStringLiteral("Facebook"), QStringLiteral("rtmps://live-api-s.facebook.com:443/rtmp"),
         Words::tr("The key is in Facebook's Live Producer under Streaming software.")},
        {QStringLiteral("Kick"), QString(),
         Words::tr(
             "Kick shows address and key in its Creator Dashboard under Settings > Stream URL and key.")},
        {Words::tr("Another service"), QString(),
         Words::tr("The service tells you its address (rtmp:// or rtmps://) and your key.")},
    };
}

}  // namespace footlight::channel
