#include "ui/chat/composer_edit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <algorithm>
#include <cmath>

#include "ui/chat/line_wording.h"
#include "ui/theme/metrics.h"

namespace footlight::chatui {
namespace {

constexpr int kMostLines = 4;

}  // namespace

ComposerEdit::ComposerEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(2);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ComposerEdit::fitHeight);
    fitHeight();
}

/// A plain document's height is counted in lines.
void ComposerEdit::fitHeight() {
    const int lines = std::clamp(static_cast<int>(std::lround(document()->size().height())), 1, kMostLines);
    const bool isMore = document()->size().height() > kMostLines;
    setVerticalScrollBarPolicy(isMore ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int around =
        static_cast<int>(document()->documentMargin()) * 2 + 12;  // the style's border and padding
    setFixedHeight(std::max(theme::kControlHeight, lines * fontMetrics().lineSpacing() + around));
}

void ComposerEdit::setText(const QString& text) {
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void ComposerEdit::insertWord(const QString& word) {
    const QString before = text().left(textCursor().position());
    const bool needsSpace = !before.isEmpty() && !before.back().isSpace();
    insertPlainText((needsSpace ? QStringLiteral(" ") : QString()) + word);
}

bool ComposerEdit::focusNextPrevChild(bool next) {
    return (next && taker_ && taker_(Qt::Key_Tab)) || QPlainTextEdit::focusNextPrevChild(next);
}

void ComposerEdit::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (taker_ && event->modifiers() == Qt::NoModifier && taker_(key)) {
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT submitted();
    } else if (key == Qt::Key_Up && text().isEmpty()) {
        Q_EMIT previousAsked();
    } else if (key == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void ComposerEdit::insertFromMimeData(const QMimeData* source) {
    if (source->hasText()) {
        QString pasted = source->text();
        pasted.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        insertPlainText(oneLine(pasted.trimmed()));
    }
}

void ComposerEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

void ComposerEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

}  // namespace footlight::chatui
