#pragma once

#include <QString>
#include <QVariant>

namespace footlight::models {

/// Where settings are kept between runs; never for secrets. Implemented by the app over QSettings; used on
/// the window's thread, writes are durable soon, not at once.
class SettingsStore {
public:
    virtual ~SettingsStore() = default;
    [[nodiscard]] virtual QVariant value(const QString& key, const QVariant& otherwise) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

namespace keys {
inline const QString kAppearance = QStringLiteral("appearance");  ///< "system", "dark", "light"
inline const QString kRelayKind =
    QStringLiteral("relay/kind");  ///< "bundled", "address", "" before the first start
inline const QString kRelayAddress = QStringLiteral("relay/address");  ///< "studio.example:8080"
inline const QString kRelayShared =
    QStringLiteral("relay/shared");                            ///< true: the bundled relay serves the network
inline const QString kWidth = QStringLiteral("stream/width");  ///< pixels
inline const QString kHeight = QStringLiteral("stream/height");        ///< pixels
inline const QString kFrameRate = QStringLiteral("stream/frameRate");  ///< pictures a second
inline const QString kVideoKbps = QStringLiteral("stream/videoKbps");
inline const QString kAudioKbps = QStringLiteral("stream/audioKbps");
inline const QString kLocalCopy = QStringLiteral("copy/enabled");
inline const QString kLocalCopyFolder = QStringLiteral("copy/folder");  ///< "" is the user's own for films
inline const QString kLocalCopyDays = QStringLiteral("copy/days");
inline const QString kLocalCopyGigabytes = QStringLiteral("copy/gigabytes");
inline const QString kVolume = QStringLiteral("player/volume");  ///< 0 to 100
inline const QString kMuted = QStringLiteral("player/muted");
inline const QString kChatSync = QStringLiteral("chat/sync");              ///< "automatic", "on", "off"
inline const QString kChatSyncOffset = QStringLiteral("chat/syncOffset");  ///< seconds; later where positive
inline const QString kNotificationsMuted = QStringLiteral("notifications/muted");  ///< on the desktop
inline const QString kTitle = QStringLiteral("studio/title");
}  // namespace keys

}  // namespace footlight::models
