#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/words.h"

namespace deskbell::server::dialects {

/// Finds out which messages have come further, and hands out each once for each status. Lives on the I/O thread.
class Receipts
{
public:
    /// `gate` outlives this.
    explicit Receipts(Gate &gate) : m_gate(gate) { }
    Q_DISABLE_COPY_MOVE(Receipts)

    /// Nothing comes of events that are no receipts.
    void look(const api::Event &event, std::function<void(const QList<Saying> &)> come);

private:
    void look(const api::ReceiptEvent &event, std::function<void(const QList<Saying> &)> come);

    Gate &m_gate;
    /// Up to which seq of a chat's side what status has been told.
    QHash<QByteArray, qint64> m_told;
};

} // namespace deskbell::server::dialects
