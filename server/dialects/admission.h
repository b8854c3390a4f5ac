#pragma once

#include "server/dialects/gate.h"

/// Who may come into the namespaces of the dialects. `done` gets who it is, or why not.
namespace deskbell::server::dialects {

using Admitted = IdentityHandler::Identified;
using AdmissionDone = std::function<void(const Result<Admitted> &)>;

/// Anybody: whoever has no credentials is a new customer.
void admitAnybody(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done);
/// Customers, by their `userId`.
void admitCustomer(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done);
/// Operators, by credentials and their `adminId`.
void admitOperator(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done);

} // namespace deskbell::server::dialects
