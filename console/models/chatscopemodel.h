#pragma once

#include "console/models/chatfilter.h"
#include "console/state/listscope.h"
#include "shared/ids.h"

#include <QAbstractListModel>
#include <QSet>

namespace deskbell::console {

class ChatListModel;

/// The chats of one scope, in its order: the queue oldest first, the others by what came last. Narrowed to what a
/// person looks for. A change of one chat costs the logarithm of how many there are; only another filter resets the
/// model.
class ChatScopeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `chats` is not owned and outlives this.
    ChatScopeModel(ChatListModel *chats, ListScope scope, const ChatFilter &filter = {}, QObject *parent = nullptr);

    ListScope scope() const { return m_scope; }
    void setFilter(const ChatFilter &filter);
    const ChatFilter &filter() const { return m_matcher.filter(); }
    /// The server says that these have the filter's words, which it compares in ways of its own.
    void addFound(const QSet<ChatId> &chats);
    QModelIndex indexOf(const ChatId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    bool accepts(int chat) const;
    bool belongs(int chat) const;
    bool matches(int chat) const;
    bool isBefore(int left, int right) const;
    int placeOf(int chat) const;
    void takeInserted(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(int chat, const QList<int> &roles);
    void move(int chat, qint64 since);
    void remove(int row);

    ChatListModel *m_chats;
    ListScope m_scope;
    ChatMatcher m_matcher;
    QSet<ChatId> m_found; // what the server has found for this filter
    QList<int> m_rows; // rows of m_chats, in our order
    QList<qint64> m_since; // of each row of m_chats: what it is sorted by here, or -1 when it is not here
};

} // namespace deskbell::console
