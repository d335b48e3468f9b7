#pragma once

#include <QSplitter>

class QAction;
class QToolButton;

namespace footlight::models {
class SettingsStore;
}

namespace footlight::watch {

/// A picture and the chat beside it: the chat is as wide as a person pulled it, or folded away, also after
/// the next start. The settings outlive it.
class SideSplitter final : public QSplitter {
    Q_OBJECT
public:
    explicit SideSplitter(models::SettingsStore& settings, QWidget* parent = nullptr);

    /// Once; both become its children.
    void setParts(QWidget* main, QWidget* side);
    /// Whether there is anything to show at the side.
    void setOffered(bool isOffered);
    [[nodiscard]] bool isFolded() const { return isFolded_; }
    void setFolded(bool isFolded);
    /// Folds and unfolds; of this.
    [[nodiscard]] QAction* foldAction() const { return fold_; }
    /// A button of the same.
    QToolButton* makeFoldButton(QWidget* parent) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    QSplitterHandle* createHandle() override;

private:
    void showSide();
    void spread();

    models::SettingsStore& settings_;
    QAction* fold_;
    int width_;
    bool isFolded_;
    bool isOffered_ = true;
};

}  // namespace footlight::watch
