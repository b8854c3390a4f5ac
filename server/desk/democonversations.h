#pragma once

#include <QList>

namespace deskbell::server {

/// One conversation of the demo desk, as its people would have held it.
struct DemoConversation
{
    const char *visitor;
    const char *email; ///< Null for a visitor who did not say.
    const char *page;
    int minutesAgo; ///< When it began.
    int holder; ///< Index of the operator; -1 while it waits.
    const char *endReason; ///< Null while it is open.
    QList<const char *> lines; ///< `<` begins an operator's.
};

QList<DemoConversation> demoConversations();

} // namespace deskbell::server
