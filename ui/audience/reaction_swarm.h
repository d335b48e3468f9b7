#pragma once

#include <QPointF>
#include <QString>
#include <random>
#include <vector>

namespace footlight::audience {

/// Reactions that float up, as numbers without pixels: x and y in shares of the field, y from 1 at the bottom
/// to 0 at the top. A sample of what is thrown in, at most 48 at a time, however many there are.
class ReactionSwarm {
public:
    static constexpr std::size_t kMost = 48;

    struct Particle {
        QString kind;
        double delay = 0;  ///< seconds until it starts
        double age = 0;    ///< seconds
        double life = 0;   ///< seconds
        double x = 0;
        double sway = 0;   ///< share of the field's width to either side
        double phase = 0;  ///< of the swaying, radians
        double size = 1;   ///< beside the usual

        [[nodiscard]] bool isOut() const { return delay <= 0; }
        [[nodiscard]] QPointF place() const;
        [[nodiscard]] double opacity() const;
    };

    explicit ReactionSwarm(unsigned seed = std::random_device{}()) : random_(seed) {}

    /// `count` within a second: as many as can be told apart, spread over the next second.
    void add(const QString& kind, qint64 count);
    void step(double seconds);
    void clear() { particles_.clear(); }
    [[nodiscard]] bool isEmpty() const { return particles_.empty(); }
    [[nodiscard]] const std::vector<Particle>& particles() const { return particles_; }
    /// How many are shown of so many: all of a few, ever fewer of many.
    static int sampleOf(qint64 count);

private:
    [[nodiscard]] double between(double low, double high);

    std::mt19937 random_;
    std::vector<Particle> particles_;
};

}  // namespace footlight::audience
