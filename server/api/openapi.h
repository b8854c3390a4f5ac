#pragma once

#include "server/api/operationtable.h"

namespace deskbell::server {

/// The OpenAPI 3.0 document of all operations, as JSON. `version` is the program's.
QByteArray openApiDocument(const OperationTable &operations, const QString &version);

} // namespace deskbell::server
