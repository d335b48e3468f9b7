#include "core/relay/slates/slate_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/base/child_process.h"

namespace footlight::relay::slates {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds kLookAgain{100};
constexpr std::size_t kRefusedRemembered = 1'000;

/// A file's descriptor, closed with its owner.
class Descriptor {
public:
    Descriptor(const fs::path& file, int flags)
        : value_(::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int value() const { return value_; }

private:
    int value_;
};

std::vector<std::string> command(const fs::path& program, const SlateRequest& request) {
    std::vector<std::string> words{program.string(),
                                   "slate",
                                   fmt::format("--width={}", request.width),
                                   fmt::format("--height={}", request.height),
                                   fmt::format("--frame-rate={:.3f}", request.frameRate),
                                   fmt::format("--sample-rate={}", request.sampleRate),
                                   fmt::format("--channels={}", request.channels)};
    if (!request.slate.empty()) {
        words.emplace_back("--from-input");
    }
    return words;
}

tl::unexpected<Error> unavailable(std::string message) {
    return fail(ErrorCategory::Unavailable, "slate.process", std::move(message));
}

}  // namespace

SlateProcess::SlateProcess(SlateProcessOptions options, Logger logger)
    : options_(std::move(options)), logger_(std::move(logger)), cache_(options_.cache, options_.kept) {}

SlateProcess::~SlateProcess() { isStopping_ = true; }

net::Task<Result<fs::path>> SlateProcess::make(SlateRequest request) {
    auto work = [this, request = std::move(request)] { return find(request); };
    co_return co_await pool_.run(std::move(work));
}

Result<fs::path> SlateProcess::find(const SlateRequest& request) {
    SlateRequest ours = request;
    ours.slate.clear();
    if (!isSlateName(request.slate) || refused_.contains(request.slate)) {
        return findOrMake(ours);
    }
    auto made = findOrMake(request);
    if (made || isStopping_) {
        return made;
    }
    logger_.warning("the slate {} cannot be shown, ours is: {}", request.slate, made.error().text());
    if (refused_.size() < kRefusedRemembered) {
        refused_.insert(request.slate);
    }
    return findOrMake(ours);
}

Result<fs::path> SlateProcess::findOrMake(const SlateRequest& request) {
    const fs::path file = cache_.fileOf(request);
    if (cache_.has(file)) {
        return file;
    }
    const auto unfinished = cache_.unfinished(file);
    if (!unfinished) {
        return unfinished;
    }
    auto made = run(request, *unfinished);
    if (made) {
        made = cache_.finish(*unfinished, file);
    }
    if (!made) {
        std::error_code ignored;
        fs::remove(*unfinished, ignored);
        return fail(std::move(made.error()));
    }
    return file;
}

Result<> SlateProcess::run(const SlateRequest& request, const fs::path& into) {
    const Descriptor output(into, O_WRONLY | O_CREAT | O_TRUNC);
    const Descriptor input(request.slate.empty() ? fs::path("/dev/null") : options_.pictures / request.slate,
                           O_RDONLY);
    if (input.value() < 0 || output.value() < 0) {
        return unavailable(input.value() < 0 ? "its file is not there" : "it cannot be written");
    }
    auto child = ChildProcess::start(
        {options_.program.string(), command(options_.program, request), {}, input.value(), output.value()});
    if (!child) {
        return fail(std::move(child.error()));
    }
    const auto end = std::chrono::steady_clock::now() + options_.limit;
    while (!child->awaitEnd(kLookAgain)) {
        if (isStopping_ || std::chrono::steady_clock::now() > end) {
            child->signal(SIGKILL);
        }
    }
    const int status = child->reap();
    return WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? Result<>{}
               : unavailable(WIFSIGNALED(status) ? "making it went beyond its limits of time or memory"
                                                 : "the log says why, in the line before");
}

}  // namespace footlight::relay::slates
