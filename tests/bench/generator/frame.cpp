#include "tests/bench/generator/frame.h"

#include <cstring>

namespace deskbell::bench {

namespace {

constexpr std::uint64_t largestPayload = 16 * 1024 * 1024;

void applyMask(char *bytes, std::size_t size, std::uint32_t mask)
{
    const std::uint64_t wide = (std::uint64_t(mask) << 32) | mask;
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes + at, 8);
        word ^= wide;
        std::memcpy(bytes + at, &word, 8);
    }
    for (; at < size; ++at)
        bytes[at] = char(bytes[at] ^ char(mask >> (8 * (at % 4))));
}

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | std::uint8_t(byte);
    return value;
}

} // namespace

void appendFrame(std::string &out, Opcode opcode, std::string_view payload, std::uint32_t mask)
{
    constexpr int masked = 0x80;
    out.push_back(char(0x80 | int(opcode)));
    if (payload.size() < 126) {
        out.push_back(char(masked | int(payload.size())));
    } else if (payload.size() < 65536) {
        out.push_back(char(masked | 126));
        out.push_back(char(payload.size() >> 8));
        out.push_back(char(payload.size()));
    } else {
        out.push_back(char(masked | 127));
        for (int shift = 56; shift >= 0; shift -= 8)
            out.push_back(char(std::uint64_t(payload.size()) >> shift));
    }
    // The mask's first byte on the wire is its lowest here, on this machine's little-endian words.
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(char(mask >> shift));
    const std::size_t start = out.size();
    out.append(payload);
    applyMask(out.data() + start, payload.size(), mask);
}

std::size_t FrameReader::readFrames(std::string_view bytes, const Sink &sink)
{
    std::size_t at = 0;
    while (bytes.size() - at >= 2) {
        const auto first = std::uint8_t(bytes[at]);
        const auto second = std::uint8_t(bytes[at + 1]);
        const bool final = first & 0x80;
        const bool masked = second & 0x80;
        if (!final || masked)
            return std::string_view::npos;
        std::uint64_t size = second & 0x7f;
        std::size_t head = 2;
        if (size >= 126) {
            const std::size_t wide = size == 126 ? 2 : 8;
            if (bytes.size() - at < head + wide)
                break;
            size = bigEndian(bytes.substr(at + head, wide));
            head += wide;
        }
        if (size > largestPayload)
            return std::string_view::npos;
        if (bytes.size() - at - head < size)
            break;
        sink(Opcode(first & 0x0f), bytes.substr(at + head, size));
        at += head + size;
    }
    return at;
}

bool FrameReader::feed(std::string_view bytes, const Sink &sink)
{
    if (m_rest.empty()) {
        const std::size_t used = readFrames(bytes, sink);
        if (used == std::string_view::npos)
            return false;
        m_rest.assign(bytes.substr(used));
        return true;
    }
    m_rest.append(bytes);
    const std::size_t used = readFrames(m_rest, sink);
    if (used == std::string_view::npos)
        return false;
    m_rest.erase(0, used);
    return true;
}

} // namespace deskbell::bench
