#pragma once

#include <mutex>
#include <utility>

namespace footlight {

/// A value that can only be reached under its own lock: `auto stats = stats_.lock(); stats->drops++;`.
template <typename T>
class Guarded {
public:
    class Access {
    public:
        T* operator->() { return &value_; }
        T& operator*() { return value_; }

    private:
        friend class Guarded;
        Access(T& value, std::mutex& mutex) : lock_(mutex), value_(value) {}
        std::unique_lock<std::mutex> lock_;
        T& value_;
    };

    Guarded() = default;
    explicit Guarded(T value) : value_(std::move(value)) {}

    [[nodiscard]] Access lock() { return Access(value_, mutex_); }
    [[nodiscard]] T copy() const {
        const std::lock_guard guard(mutex_);
        return value_;
    }

private:
    mutable std::mutex mutex_;
    T value_{};
};

}  // namespace footlight
