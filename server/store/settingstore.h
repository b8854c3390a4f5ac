#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Settings that change while the desk is open, as names and texts.
class SettingStore
{
public:
    explicit SettingStore(Transaction &transaction) : m_transaction(transaction) { }

    QHash<QString, QString> all();
    std::optional<QString> find(const QString &name);
    void set(const QString &name, const QString &value);
    void remove(const QString &name);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
