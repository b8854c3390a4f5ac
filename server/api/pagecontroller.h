#pragma once

#include "server/desk/desk.h"
#include "server/http/staticfiles.h"

class QHttpServer;

namespace deskbell::server {

/// What is not an operation: `/` (the demo page for a browser, a description for a program), `/chat`, `/embed`,
/// `/api/docs` (the API as a page), `/api/health`, the compiled-in files, and the answer to every path that is none of
/// ours. Lives on the I/O thread.
class PageController
{
public:
    PageController(const StaticFiles &files, const Desk &desk);
    Q_DISABLE_COPY_MOVE(PageController)

    /// Adds the routes. The controller must outlive the server's last answer.
    void bind(QHttpServer &server);

private:
    void describe(QHttpServerResponder &&responder) const;
    void reportHealth(QHttpServerResponder &&responder) const;

    const StaticFiles &m_files;
    const Desk &m_desk;
};

} // namespace deskbell::server
