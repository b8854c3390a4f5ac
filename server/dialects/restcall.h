#pragma once

#include "server/api/credentials.h"
#include "server/desk/caller.h"
#include "shared/json/codec.h"

#include <QPointer>

#include <memory>

namespace deskbell::server::dialects {

/// One REST request of a dialect that waits for its answer: may be kept, and answered later. Lives on the I/O thread.
class RestCall
{
public:
    RestCall(Exchange *exchange, Caller caller, QHash<QByteArray, QString> path, std::optional<json::Document> body,
             HttpHeaders headers, bool hasOldCookie);
    Q_DISABLE_COPY_MOVE(RestCall)

    const Caller &caller() const { return m_caller; }
    const HttpRequest &request() const { return m_request; }
    Credentials credentials() const { return credentialsOf(m_request); }

    /// A part of the path, by its name in the pattern.
    QString path(const QByteArray &name) const { return m_path.value(name); }
    bool hasPath(const QByteArray &name) const { return m_path.contains(name); }
    /// Such a part as an id. Errors: the code, for text that is no id cannot be one of something that is there.
    template <class T>
    Result<T> id(const QByteArray &name, ErrorCode code) const
    {
        const auto read = T::fromString(path(name));
        return read ? Result<T>(*read) : Result<T>(code);
    }
    QString query(QByteArrayView name) const;
    /// The body, an object; missing where there is none.
    json::Value body() const { return m_body ? m_body->root() : json::Value(); }

    void answer(int status, const QByteArray &json, const HttpHeaders &headers = {});
    void refuse(const Error &error, const QByteArray &allow = {});

private:
    const QPointer<Exchange> m_exchange; // null once the client is gone
    const HttpRequest m_request;
    const Caller m_caller;
    const QHash<QByteArray, QString> m_path;
    const std::optional<json::Document> m_body;
    HttpHeaders m_headers; // of every answer
    const bool m_hasOldCookie; // the caller is a stranger because their cookie is good no more
};

using Call = std::shared_ptr<RestCall>;

/// For what is kept as one error body everywhere.
HttpResponse errorResponse(const Error &error, const HttpHeaders &headers, const QByteArray &allow = {});

} // namespace deskbell::server::dialects
