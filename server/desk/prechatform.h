#pragma once

#include "shared/api/chatcommands.h"
#include "shared/result.h"

namespace deskbell::server {

/// What visitors are asked before a chat.
class PreChatForm
{
public:
    explicit PreChatForm(const QList<api::FormField> &fields) : m_fields(fields) { }

    /// Name, e-mail and question: what is asked where nothing else is set.
    static QList<api::FormField> usual();

    /// Errors: InvalidRequest with the field that no form can have.
    Result<Nothing> check() const;
    /// What operators read of the answers, a line each; empty where there is nothing to say.
    /// Errors: InvalidRequest with each answer that is missing or does not fit.
    Result<QString> read(const api::ChatStart &command) const;
    /// The postal address among what is said: the answer to the first field that asks for one, where it is not given by
    /// itself.
    std::optional<QString> address(const api::ChatStart &command) const;

private:
    QList<api::FormField> m_fields;
};

} // namespace deskbell::server
