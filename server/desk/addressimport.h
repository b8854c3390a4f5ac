#pragma once

#include "server/store/transaction.h"
#include "shared/result.h"

#include <functional>

class QIODevice;

namespace deskbell::server {

/// Reads a list of addresses (CSV with a header line) into the database, in the place of the one that is there.
class AddressImport
{
public:
    /// How many are in so far, and how many of the file's bytes were read for that.
    using Progress = std::function<void(qint64 addresses, qint64 bytes)>;

    explicit AddressImport(Transaction &transaction) : m_transaction(transaction) { }

    /// Returns how many there are. Errors: InvalidRequest, with the first lines that are wrong; then the transaction
    /// is not to be committed.
    Result<qint64> run(QIODevice &file, const Progress &progress);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
