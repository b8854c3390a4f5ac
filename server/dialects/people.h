#pragma once

#include "server/dialects/ask.h"

/// What every dialect may ask about operators, about who is there, and about oneself.
namespace deskbell::server::dialects {

void listOperators(const Ask &ask);
void listOnlineOperators(const Ask &ask);
void listAvailableOperators(const Ask &ask);
/// With their details; for admins.
void listOperatorsForAdmins(const Ask &ask);
/// The status of the operator of the path, else one's own.
void changeStatus(const Ask &ask);
/// The customers of open chats who are connected; for operators.
void listOnlineCustomers(const Ask &ask);
/// Whoever asks, in these words.
Vocabulary::Operation describeSelf(Renaming<Person> answer);

/// Gives a web token to a customer, or to an operator who shows credentials of theirs.
void issueToken(const Ask &ask);

} // namespace deskbell::server::dialects
