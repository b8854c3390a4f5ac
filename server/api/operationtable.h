#pragma once

#include "shared/api/catalogue.h"
#include "shared/json/document.h"

#include <QByteArrayList>
#include <QHash>

#include <functional>
#include <vector>

namespace deskbell::server {

/// One operation of the catalogue, with its struct erased: what Socket.IO, REST and the OpenAPI document need of it.
struct BoundOperation
{
    const api::Operation *description = nullptr;
    /// Errors: InvalidRequest with the fields that are wrong.
    std::function<Result<api::Command>(json::Value)> decode;
    QByteArray answerSchema; ///< JSON Schema of the answer.

    struct Parameter
    {
        QByteArray name;
        QByteArray schema; ///< JSON Schema of the field.
        bool required = false;
        bool isText = true; ///< Numbers and truth values arrive as text in a query and are not quoted there.
    };
    std::vector<Parameter> parameters; ///< The fields of the command.
};

/// All operations of api::Command, found by name or by method and path. Built once; safe to read from every thread.
class OperationTable
{
public:
    OperationTable();

    const std::vector<BoundOperation> &all() const { return m_operations; }
    const BoundOperation *find(QByteArrayView name) const;

    /// What a path below /api/v1 leads to.
    struct Match
    {
        const BoundOperation *operation = nullptr; ///< Null where the path is known and the method is not.
        QList<QPair<QByteArray, QByteArray>> parameters; ///< `{chatId}` → its segment.
        QByteArrayList allowed; ///< Methods that the path takes; empty when no operation has this path.
    };
    Match match(QByteArrayView method, QByteArrayView path) const;

private:
    std::vector<BoundOperation> m_operations;
    QHash<QByteArray, const BoundOperation *> m_byName;
};

QByteArrayView methodName(api::Method method);

} // namespace deskbell::server
