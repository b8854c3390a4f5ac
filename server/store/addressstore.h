#pragma once

#include "server/store/transaction.h"
#include "shared/api/addresscommands.h"

namespace deskbell::server {

/// Addresses in the database, found by the beginnings of their words.
class AddressStore
{
public:
    explicit AddressStore(Transaction &transaction) : m_transaction(transaction) { }

    enum class Match { Whole, Beginnings };
    /// At most `limit` that have all of these words (see addressWords()), or longer ones too, in no order to speak of;
    /// without a word the first ones.
    QList<api::Address> find(const QStringList &words, Match match, int limit);

    /// Throws all away and gets ready for very many; finishReplacing() has to follow in the same transaction.
    void beginReplacing();
    void add(const api::Address &address);
    void finishReplacing();

private:
    bool isPostgreSql() const { return m_transaction.database().settings().isPostgreSql(); }

    Transaction &m_transaction;
};

/// All of an address in one line.
QString labelOf(const api::Address &address);

} // namespace deskbell::server
