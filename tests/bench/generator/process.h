#pragma once

#include <cstdint>
#include <sys/types.h>

/// What the kernel says of the server under test.
namespace deskbell::bench {

/// CPU time of all its threads so far, in nanoseconds (steps of 10 ms); 0 without such a process.
std::int64_t cpuNs(pid_t process);
/// Resident memory in bytes; 0 without such a process.
std::int64_t residentBytes(pid_t process);
/// How many times a second 4 KiB can be appended to a file in `folder` and forced to the disk.
double syncsPerSecond(const char *folder);
/// Lets this process open as many descriptors as it may.
void raiseDescriptorLimit();

} // namespace deskbell::bench
