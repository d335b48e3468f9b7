#include "app/transcoder/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

namespace footlight::app {

namespace {

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit value{most, most};
    ::setrlimit(resource, &value);
}

/// A filter that answers the calls of a list with EPERM and allows the rest.
std::vector<sock_filter> refusing(const std::vector<long>& calls) {
    constexpr auto kCall = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
    std::vector<sock_filter> program{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kCall)};
    for (const long call : calls) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return program;
}

std::vector<long> refusedCalls(const Confinement& confinement) {
    std::vector<long> calls{SYS_execve,
                            SYS_execveat,
                            SYS_ptrace,
                            SYS_process_vm_readv,
                            SYS_bind,
                            SYS_listen,
                            SYS_process_vm_writev,
                            SYS_mount,
                            SYS_unshare,
                            SYS_setns,
                            SYS_bpf,
                            SYS_keyctl};
    if (!confinement.mayConnect) {
        calls.insert(calls.end(), {SYS_socket, SYS_connect, SYS_sendto, SYS_sendmsg});
    }
    return calls;
}

/// No file below any folder, or reading alone.
void refuseFiles(bool mayRead) {
    constexpr std::uint64_t kFirstVersion = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = mayRead ? kFirstVersion & ~kReading : kFirstVersion;
    const auto rules = ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (rules >= 0) {
        ::syscall(SYS_landlock_restrict_self, rules, 0);
        ::close(static_cast<int>(rules));
    }
}

}  // namespace

Result<> confine(const Confinement& confinement) {
    limit(RLIMIT_AS, confinement.memory);
    limit(RLIMIT_CORE, 0);
    if (confinement.cpuSeconds > 0) {
        limit(RLIMIT_CPU, confinement.cpuSeconds);
    }
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    refuseFiles(confinement.mayOpenFiles);
    auto instructions = refusing(refusedCalls(confinement));
    const sock_fprog program{static_cast<unsigned short>(instructions.size()), instructions.data()};
    if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) {
        return fail(ErrorCategory::Unavailable, "confinement.seccomp",
                    std::string("this system cannot confine a process: ") + std::strerror(errno));
    }
    return {};
}

}  // namespace footlight::app
