#pragma once

#include <QWidget>
#include <vector>

#include "core/wire/stream_state.h"

class QVBoxLayout;

namespace footlight::studio {

/// What is wrong with what arrives and what to set: the two worst in words, the others on hover. Takes no
/// room while all is well.
class AdviceList final : public QWidget {
    Q_OBJECT
public:
    explicit AdviceList(QWidget* parent = nullptr);

    void show(std::vector<wire::HealthAdvice> advice);
    /// Something more than a hint is said.
    [[nodiscard]] bool wantsCare() const { return wantsCare_; }

private:
    void addLine(const wire::HealthAdvice& advice);

    QVBoxLayout* lines_;
    std::vector<wire::HealthAdvice> shown_;
    bool wantsCare_ = false;
};

}  // namespace footlight::studio
