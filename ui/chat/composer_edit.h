#pragma once

#include <QPlainTextEdit>
#include <functional>

namespace footlight::chatui {

/// The line to write in: grows to four lines as it wraps, and holds no line break, whatever is pasted.
class ComposerEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget* parent = nullptr);

    /// Asked first about each key; true where it took it.
    void setKeyTaker(std::function<bool(int)> taker) { taker_ = std::move(taker); }
    [[nodiscard]] QString text() const { return toPlainText(); }
    void setText(const QString& text);
    /// With a space before it where one is missing.
    void insertWord(const QString& word);

Q_SIGNALS:
    void submitted();
    /// Up in an empty line.
    void previousAsked();
    /// Escape.
    void cancelled();

protected:
    /// Tab is asked about before the focus moves.
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    std::function<bool(int)> taker_;
};

}  // namespace footlight::chatui
