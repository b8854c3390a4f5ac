#include "server/dialects/admission.h"

#include "server/engineio/query.h"

namespace deskbell::server::dialects {

void admitAnybody(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done)
{
    gate.identify(gate.shownBy(socket), {}, done);
}

void admitCustomer(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done)
{
    const Credentials shown = gate.shownBy(socket);
    if (!shown.userId)
        return done(Error::invalid(QStringLiteral("userId"), QStringLiteral("is missing")));
    const auto identified = [done](const Result<Admitted> &who) {
        const bool isCustomer = !who || who->caller.isVisitor();
        done(isCustomer ? who : Error(ErrorCode::InvalidToken, QStringLiteral("This is the customers' side.")));
    };
    gate.identify(shown, {}, identified, gate.belief());
}

void admitOperator(Gate &gate, const socketio::Socket &socket, const AdmissionDone &done)
{
    QString adminId = QString::fromUtf8(engineio::queryParameter(socket.handshake().query, "adminId"));
    if (adminId.isEmpty())
        adminId = socket.auth().member("adminId").toString();
    if (adminId.isEmpty())
        return done(Error::invalid(QStringLiteral("adminId"), QStringLiteral("is missing")));
    gate.identifyOperator(gate.shownBy(socket), adminId, [done](const Result<Caller> &caller) {
        done(caller ? Result<Admitted>({*caller, std::nullopt}) : caller.error());
    });
}

} // namespace deskbell::server::dialects
