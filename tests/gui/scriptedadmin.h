#pragma once

#include "console/state/administration.h"
#include "console/state/workspace.h"

#include <optional>

namespace deskbell::console {

/// A desk as its admin sees it: answers what the pages ask for, with the furniture shop of the other scripts.
class ScriptedAdmin
{
public:
    ScriptedAdmin(Workspace &workspace, Timestamp now);

    /// Makes the one who is signed in an admin.
    void promote();
    void answer(const AdminAsk &ask) const;

    std::optional<Error> refusal; ///< What everything is answered with instead.
    bool silent = false; ///< Answers nothing.

private:
    template <class Command>
    Result<typename Command::Answer> reply(const Command &command) const;
    api::AuditListAnswer audit() const;
    api::StatsGetAnswer stats(const api::StatsGet &wanted) const;
    static api::DeskSettings settings();
    Timestamp daysAgo(double days) const { return {m_now.ms - qint64(days * 86'400'000)}; }

    Workspace &m_workspace;
    Timestamp m_now;
};

} // namespace deskbell::console
