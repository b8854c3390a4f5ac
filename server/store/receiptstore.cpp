#include "server/store/receiptstore.h"

namespace deskbell::server {

namespace {

const Sql visitorDelivered{"UPDATE chat SET visitorDeliveredSeq = ? WHERE key = ? AND visitorDeliveredSeq < ?"};
const Sql operatorDelivered{"UPDATE chat SET operatorDeliveredSeq = ? WHERE key = ? AND operatorDeliveredSeq < ?"};
const Sql visitorRead{"UPDATE chat SET visitorReadSeq = ? WHERE key = ? AND visitorReadSeq < ?"};
const Sql operatorRead{"UPDATE chat SET operatorReadSeq = ? WHERE key = ? AND operatorReadSeq < ?"};

} // namespace

bool ReceiptStore::delivered(const ChatHead &chat, Side side, qint64 seq)
{
    const Sql &update = side == Side::Visitor ? visitorDelivered : operatorDelivered;
    return m_transaction.change(update, seq, chat.key, seq) == 1;
}

bool ReceiptStore::read(const ChatHead &chat, Side side, qint64 seq)
{
    const Sql &update = side == Side::Visitor ? visitorRead : operatorRead;
    if (m_transaction.change(update, seq, chat.key, seq) != 1)
        return false;
    delivered(chat, side, seq);
    return true;
}

} // namespace deskbell::server
