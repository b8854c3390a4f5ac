#include "tests/bench/generator/process.h"

#include "tests/bench/generator/clock.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

namespace deskbell::bench {

namespace {

std::string contentOf(pid_t process, const char *name)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/" + name);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace

std::int64_t cpuNs(pid_t process)
{
    const std::string stat = contentOf(process, "stat");
    const std::size_t name = stat.rfind(')'); // the program's name may hold anything, so count from its end
    if (name == std::string::npos)
        return 0;
    std::istringstream fields(stat.substr(name + 1));
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        fields >> skipped;
    std::int64_t user = 0, system = 0;
    fields >> user >> system;
    return (user + system) * (nsPerSecond / sysconf(_SC_CLK_TCK));
}

std::int64_t residentBytes(pid_t process)
{
    std::istringstream fields(contentOf(process, "statm"));
    std::int64_t total = 0, resident = 0;
    fields >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

double syncsPerSecond(const char *folder)
{
    std::string path = std::string(folder) + "/sync-XXXXXX";
    const int file = mkostemp(path.data(), O_CLOEXEC);
    if (file < 0)
        throw std::system_error(errno, std::generic_category(), path);
    unlink(path.c_str());
    const std::array<char, 4096> page{};
    const std::int64_t start = nowNs();
    int count = 0;
    while (nowNs() - start < nsPerSecond) {
        if (write(file, page.data(), page.size()) < 0 || fdatasync(file) < 0)
            break;
        ++count;
    }
    const double seconds = double(nowNs() - start) / double(nsPerSecond);
    close(file);
    return count / seconds;
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace deskbell::bench
