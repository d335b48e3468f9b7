#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

namespace footlight::studio {

/// Writes images into a file, one after the other, on a thread of its own: encoding takes longer than a
/// window may stand still. While one is written the newest of those that come waits, and no other. Whoever
/// reads the file finds a whole image at any moment. On the window's thread; its end waits for the file that
/// is written.
class ImageWriter final : public QObject {
    Q_OBJECT
public:
    explicit ImageWriter(QString path, QObject* parent = nullptr);

    [[nodiscard]] const QString& path() const { return path_; }
    /// written follows, unless a newer image takes its place first.
    void write(const QImage& image);
    /// Nothing is told any more of what was given until now.
    void forget();

Q_SIGNALS:
    /// In the order in which they were given.
    void written(bool isDone);

private:
    void begin(const QImage& image);
    void finished(bool isDone);

    QString path_;
    QImage next_;  ///< null: none waits
    bool isBusy_ = false;
    bool isForgotten_ = false;  ///< that which is being written
    QThreadPool thread_;        // last: what runs is waited for while the rest is still there
};

}  // namespace footlight::studio
