#include "server/engineio/query.h"

namespace deskbell::server::engineio {

QByteArray queryParameter(QByteArrayView query, QByteArrayView name)
{
    for (qsizetype begin = 0; begin < query.size();) {
        const qsizetype found = query.indexOf('&', begin);
        const qsizetype end = found < 0 ? query.size() : found;
        const QByteArrayView pair = query.sliced(begin, end - begin);
        const qsizetype equals = pair.indexOf('=');
        if ((equals < 0 ? pair : pair.first(equals)) == name)
            return equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(pair.sliced(equals + 1).toByteArray());
        begin = end + 1;
    }
    return {};
}

Query Query::parse(QByteArrayView query)
{
    return {queryParameter(query, "EIO"), queryParameter(query, "transport"), queryParameter(query, "sid"),
            queryParameter(query, "b64") == "1"};
}

} // namespace deskbell::server::engineio
