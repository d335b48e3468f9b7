#include "app/relay/metrics_text.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace footlight::app {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double residentBytes() {
    std::ifstream in("/proc/self/statm");
    double total = 0;
    double resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double openFiles() {
    std::error_code error;
    double count = 0;
    for (std::filesystem::directory_iterator at("/proc/self/fd", error), end; !error && at != end;
         at.increment(error)) {
        ++count;
    }
    return count;
}

/// When this was first asked for, which main does at the start.
double startSeconds() {
    static const double kStart =
        std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    return kStart;
}

/// As soon as the program is loaded.
const double kStarted = startSeconds();

}  // namespace

void MetricsText::add(std::string_view name, std::string_view help, std::string_view type, double value) {
    text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, help, name, type, name, value);
}

void MetricsText::process() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    gauge("process_start_time_seconds", "Start of the process, seconds since 1970.", kStarted);
    gauge("process_resident_memory_bytes", "Memory of the process that is in RAM.", residentBytes());
    counter("process_cpu_seconds_total", "Processor time used.",
            seconds(usage.ru_utime) + seconds(usage.ru_stime));
    gauge("process_open_fds", "Open file descriptors.", openFiles());
}

}  // namespace footlight::app
