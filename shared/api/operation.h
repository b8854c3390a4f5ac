#pragma once

#include <string_view>

namespace deskbell::api {

enum class Method { Get, Post, Put, Patch, Delete };

/// Who may call an operation at all. What they then see is decided by the desk, chat by chat.
enum class Access {
    Anyone, ///< Strangers too.
    Participants, ///< Visitors and operators.
    Operators,
    Admins,
};

/// What an operation does to the desk, and so on which thread it runs.
enum class Effect {
    Read, ///< On a reader connection; never waits behind writes.
    Write, ///< On the database worker, in a group commit.
    Live, ///< Changes what is in memory alone (presence, typing), in the order of the requests.
};

/// The one description of an operation: its Socket.IO event, REST route, access and OpenAPI entry follow from it.
struct Operation
{
    std::string_view name; ///< `object.verb`, the Socket.IO event.
    Method method;
    std::string_view path; ///< Below /api/v1; `{chatId}` stands for the field of that name.
    Access access;
    Effect effect;
    std::string_view summary;
    int successStatus = 200;
};

} // namespace deskbell::api
