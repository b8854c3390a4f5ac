#include "server/http/exchange.h"

#include <algorithm>
#include <utility>

namespace deskbell::server {

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

qsizetype headerCount(const HttpHeaders &headers, QByteArrayView name)
{
    return std::count_if(headers.begin(), headers.end(),
                         [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    return headerValue(headers, name);
}

Exchange::Exchange(HttpRequest request, Sink sink, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_sink(std::move(sink))
{
}

void Exchange::respond(HttpResponse response)
{
    if (!m_sink)
        return;
    // Taken out first: the sink may run handlers that come back here.
    const Sink sink = std::exchange(m_sink, {});
    deleteLater();
    sink(std::move(response));
}

void Exchange::abort()
{
    if (!m_sink)
        return;
    m_sink = {};
    deleteLater();
    Q_EMIT aborted();
}

} // namespace deskbell::server
