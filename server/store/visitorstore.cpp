#include "server/store/visitorstore.h"

namespace deskbell::server {

namespace {

const Sql insertVisitor{"INSERT INTO visitor (id, name, email, page, createdAt, attributes, address)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)"};
const Sql selectVisitor{
    "SELECT id, name, email, page, 0, createdAt, blocked, erasedAt, attributes, address FROM visitor WHERE id = ?"};
const Sql updateVisitor{"UPDATE visitor SET name = ?, email = ?, page = ?, attributes = ?, address = ? WHERE id = ?"};
const Sql updateBlocked{"UPDATE visitor SET blocked = ? WHERE id = ?"};

} // namespace

void VisitorStore::create(const api::Visitor &visitor)
{
    m_transaction.change(insertVisitor, visitor.id, visitor.name, visitor.email, visitor.page, visitor.createdAt,
                         visitor.attributes, visitor.address);
}

std::optional<api::Visitor> VisitorStore::find(const VisitorId &id)
{
    Query query = m_transaction.query(selectVisitor, id);
    return query.next() ? std::optional(query.row<api::Visitor>()) : std::nullopt;
}

void VisitorStore::update(const api::Visitor &visitor)
{
    m_transaction.settle(); // heads of chats carry the visitor's name
    m_transaction.change(updateVisitor, visitor.name, visitor.email, visitor.page, visitor.attributes, visitor.address,
                         visitor.id);
}

void VisitorStore::setBlocked(const VisitorId &id, bool blocked)
{
    m_transaction.settle(); // heads of chats know it too
    m_transaction.change(updateBlocked, blocked, id);
}

} // namespace deskbell::server
