#pragma once

#include "server/desk/request.h"
#include "server/store/searchstore.h"

namespace deskbell::server {

/// Finds messages by their words, and chats by theirs.
class SearchHandler
{
public:
    explicit SearchHandler(Request &request) : m_request(request) { }

    Result<api::MessageSearchAnswer> handle(const api::MessageSearch &command);
    Result<api::ChatListAnswer> handle(const api::ChatSearch &command);

private:
    Result<QList<SearchStore::Hit>> find(const api::MessageSearch &command, const SearchQuery &query,
                                         const SearchStore::Page &page);

    Request &m_request;
};

} // namespace deskbell::server
