#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// The client's half of WebSocket framing (RFC 6455, section 5), as little of it as a load generator needs.
namespace deskbell::bench {

enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Appends one unfragmented frame to `out`, masked with `mask` as every frame of a client is.
void appendFrame(std::string &out, Opcode opcode, std::string_view payload, std::uint32_t mask);

/// Cuts a server's byte stream into frames. Payloads are views into the bytes given, valid during the call only.
class FrameReader
{
public:
    using Sink = std::function<void(Opcode, std::string_view payload)>;

    /// Takes the next bytes of the stream and hands every whole frame to `sink`; the rest is kept.
    /// False when the server broke the protocol (a masked or fragmented frame, or one past 16 MiB).
    bool feed(std::string_view bytes, const Sink &sink);

private:
    /// Returns how much of `bytes` whole frames took, or npos when the stream is broken.
    static std::size_t readFrames(std::string_view bytes, const Sink &sink);

    std::string m_rest; // the beginning of a frame whose end has not come
};

} // namespace deskbell::bench
