#pragma once

#include "console/models/chatfilter.h"
#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QTimer>

namespace deskbell::console {

/// Asks the server for chats that a filter fits and that may not have come here yet. Asks once the person pauses; an
/// answer to an older question is dropped.
class ChatFinder final : public QObject
{
    Q_OBJECT

public:
    ChatFinder(const Workspace &workspace, Actions &actions, QObject *parent = nullptr);

    /// Among chats that could stand in a list of this scope. A filter without criteria and with less than two letters
    /// is no question.
    void setFilter(const ChatFilter &filter, ListScope scope);
    bool isAsking() const { return m_asking; }
    bool hasFailed() const { return m_failed; }
    void loadMore();
    void tryAgain();

Q_SIGNALS:
    /// These fit the filter; the workspace has them.
    void found(const QSet<deskbell::ChatId> &chats);
    void stateChanged();

private:
    void ask(const std::optional<QString> &cursor);
    void take(const Result<api::ChatListAnswer> &answer);

    const Workspace &m_workspace;
    Actions &m_actions;
    QTimer m_pause; // runs from the last key until the question is asked
    std::optional<api::ChatSearch> m_search;
    std::optional<QString> m_next; // where the next page begins
    int m_question = 0; // answers to older ones are dropped
    bool m_asking = false;
    bool m_failed = false;
};

} // namespace deskbell::console
