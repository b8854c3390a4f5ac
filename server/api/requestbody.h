#pragma once

#include "server/api/operationtable.h"

#include <QUrlQuery>

namespace deskbell::server {

/// One JSON object out of the three places where a REST request has its fields. The path wins over the query,
/// the query over the body. Numbers and truth values in a query are taken as such where the operation's field is one.
/// Errors: MalformedJson, InvalidRequest (a body that is not an object).
Result<json::Document> joinRequest(const OperationTable::Match &match, const QUrlQuery &query, QByteArrayView body);

} // namespace deskbell::server
