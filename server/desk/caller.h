#pragma once

#include "shared/ids.h"

#include <QByteArray>

namespace deskbell::server {

/// Who asks. Made by the desk alone, from a token; nothing in a request changes it.
struct Caller
{
    enum class Kind { Stranger, Visitor, Operator, Admin };

    Kind kind = Kind::Stranger;
    VisitorId visitorId; ///< Set for visitors.
    OperatorId operatorId; ///< Set for operators and admins.
    SessionId sessionId; ///< Set for all but strangers.
    QString name;
    bool isApiKey = false; ///< It acts with its role, but is nobody who could hold a chat or be present.
    QByteArray address; ///< The peer's, as the front door knows it.

    QString id() const { return isOperator() ? operatorId.toString() : visitorId.toString(); }
    bool isOperator() const { return kind == Kind::Operator || kind == Kind::Admin; }
    bool isVisitor() const { return kind == Kind::Visitor; }
    bool operator==(const Caller &) const = default;
};

} // namespace deskbell::server
