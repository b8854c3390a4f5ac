#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/restendpoint.h"

namespace deskbell::server::dialects {

/// The paths of `rooms` about rooms and what was said in them. Lives on the I/O thread.
class RoomsChats
{
public:
    /// `gate` outlives this.
    explicit RoomsChats(Gate &gate) : m_gate(gate) { }

    void bind(RestEndpoint &rest);

private:
    void create(const Call &call);
    void list(const Call &call, api::ChatScope scope);
    void get(const Call &call);
    void close(const Call &call);
    template <class Wanted, class Give>
    void give(const Call &call, Give work);
    void listMessages(const Call &call);

    Gate &m_gate;
};

} // namespace deskbell::server::dialects
