#pragma once

#include <QVideoSink>
#include <memory>

#include "app/desktop/app_context.h"
#include "app/desktop/command_line.h"
#include "app/desktop/reporter.h"
#include "app/desktop/verb.h"
#include "core/playback/player.h"

namespace footlight::desktop {

/// `footlight watch --headless`: plays without showing, and measures.
class HeadlessWatch final : public Verb {
    Q_OBJECT
public:
    HeadlessWatch(AppContext& context, Watch options);

    void start() override;
    void stop() override;

private:
    void findChannel();
    void open(const QUrl& url);
    void stateChanged(playback::Player::State state);

    AppContext& context_;
    Watch options_;
    QVideoSink sink_;
    playback::Player player_;
    Reporter reporter_;
    bool played_ = false;
};

/// True for "http://..." and "https://...": the address of a playlist, not a channel's name.
bool isPlaylistUrl(const QString& what);

}  // namespace footlight::desktop
