#pragma once

#include <string>
#include <string_view>

namespace footlight::app {

/// Writes metrics in Prometheus' text format (version 0.0.4).
class MetricsText {
public:
    void counter(std::string_view name, std::string_view help, double value) {
        add(name, help, "counter", value);
    }
    void gauge(std::string_view name, std::string_view help, double value) {
        add(name, help, "gauge", value);
    }
    /// Start time, memory, processor time and open files of this process.
    void process();

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void add(std::string_view name, std::string_view help, std::string_view type, double value);
    std::string text_;
};

}  // namespace footlight::app
