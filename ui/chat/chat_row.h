#pragma once

#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QTextLayout>
#include <memory>
#include <vector>

#include "ui/chat/chat_line.h"
#include "ui/theme/icon.h"

namespace footlight::chatui {

struct RowDraft;
struct RowLook;

/// One line of chat, laid out once for a look and then only painted. Everything is plain text: markup is
/// shown as it was typed.
class ChatRow final {
public:
    /// What is under the pointer.
    struct Hit {
        enum class Kind : std::uint8_t {
            Nothing,
            Name,
            Mention,
            Link,
            Emote,
            Badge,
            Quote,
            SayAgain,
            Discard
        };
        Kind kind = Kind::Nothing;
        QString target{};  ///< a name, an address, an emote's name, what a badge says
    };
    struct Mark {
        bool isHovered = false;
        bool isSelected = false;
    };

    ChatRow(const ChatLine& line, const RowLook& look);

    void paint(QPainter& painter, qreal top, const RowLook& look, Mark mark) const;
    [[nodiscard]] Hit hitAt(QPointF inRow) const;
    [[nodiscard]] int height() const { return height_; }
    /// Whether the picture of this emote is missing here.
    [[nodiscard]] bool waitsFor(const QString& hash) const { return missing_.contains(hash); }

private:
    struct Part {
        Hit hit;
        int start = 0;
        int length = 0;
    };
    struct Picture {
        int at = 0;  ///< of its stand-in in the text
        QSizeF size{};
        QString icon{};
        theme::IconTone tone = theme::IconTone::Plain;
        QPixmap pixmap{};
        QRectF place{};
    };
    void compose(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void composeSaid(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void composeText(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void composeProblem(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void addTime(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void addBadge(const ChatLine& line, const RowLook& look, RowDraft& draft);
    void addEmote(const QString& name, const QString& hash, const RowLook& look, RowDraft& draft);
    void addPart(Hit::Kind kind, const QString& target, int start, int length);
    void layOutQuote(const ChatLine& line, const RowLook& look);
    void layOut(const RowLook& look);
    qreal placePictures(const QTextLine& line, qreal y);
    void paintQuote(QPainter& painter, qreal top, const RowLook& look) const;
    void paintUnread(QPainter& painter, qreal top, const RowLook& look) const;

    std::unique_ptr<QTextLayout> words_;
    std::vector<Part> parts_;
    std::vector<Picture> pictures_;
    QStringList missing_;
    QString time_;
    QString quote_;
    QRectF quotePlace_;
    qreal unreadHeight_ = 0;
    qreal textTop_ = 0;
    int height_ = 0;
    bool isTinted_ = false;
};

}  // namespace footlight::chatui
