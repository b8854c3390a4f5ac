#include "console/models/chatscopemodel.h"

#include "console/models/chatlistmodel.h"

#include <algorithm>

namespace deskbell::console {

namespace {

constexpr qint64 absent = -1;

} // namespace

ChatScopeModel::ChatScopeModel(ChatListModel *chats, ListScope scope, const ChatFilter &filter, QObject *parent)
    : QAbstractListModel(parent), m_chats(chats), m_scope(scope), m_matcher(filter)
{
    connect(chats, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(chats, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int chat = first; chat <= last; ++chat) {
            if (m_since.at(chat) != absent)
                remove(placeOf(chat));
        }
    });
    connect(chats, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(chats, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &top, const QModelIndex &bottom, const QList<int> &roles) {
                for (int chat = top.row(); chat <= bottom.row(); ++chat)
                    takeChanged(chat, roles);
            });
    if (chats->rowCount() > 0)
        takeInserted(0, chats->rowCount() - 1);
}

void ChatScopeModel::setFilter(const ChatFilter &filter)
{
    if (filter == m_matcher.filter())
        return;
    beginResetModel();
    const ChatMatcher wanted(filter);
    const bool narrower = wanted.narrows(m_matcher) && m_found.isEmpty();
    m_matcher = wanted;
    m_found.clear();
    if (narrower) { // nothing comes in, and the order stays
        m_rows.removeIf([&](int chat) {
            const bool gone = !matches(chat);
            if (gone)
                m_since[chat] = absent;
            return gone;
        });
    } else {
        m_rows.clear();
        for (int chat = 0; chat < m_chats->rowCount(); ++chat) {
            const bool here = accepts(chat);
            m_since[chat] = here ? m_chats->briefAt(chat).moment.ms : absent;
            if (here)
                m_rows.append(chat);
        }
        std::sort(m_rows.begin(), m_rows.end(), [this](int left, int right) { return isBefore(left, right); });
    }
    endResetModel();
}

void ChatScopeModel::addFound(const QSet<ChatId> &chats)
{
    m_found += chats;
    for (const ChatId &id : chats) {
        if (const QModelIndex chat = m_chats->indexOf(id); chat.isValid())
            takeChanged(chat.row(), {});
    }
}

QModelIndex ChatScopeModel::indexOf(const ChatId &id) const
{
    const QModelIndex chat = m_chats->indexOf(id);
    if (!chat.isValid() || m_since.at(chat.row()) == absent)
        return {};
    return index(placeOf(chat.row()));
}

int ChatScopeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ChatScopeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_chats->data(m_chats->index(m_rows.at(index.row())), role);
}

QHash<int, QByteArray> ChatScopeModel::roleNames() const
{
    return m_chats->roleNames();
}

bool ChatScopeModel::accepts(int chat) const
{
    if (!belongs(chat))
        return false;
    if (m_matcher.isEmpty() || matches(chat))
        return true;
    if (m_found.isEmpty())
        return false;
    const api::Chat &each = m_chats->chatAt(chat);
    return m_found.contains(each.id) && m_matcher.meetsCriteria(each);
}

/// Most of very many chats are passed over without being read.
bool ChatScopeModel::matches(int chat) const
{
    const std::optional<bool> known = m_chats->hasLetters(chat, m_matcher.letters());
    if (known && (!*known || m_matcher.isLettersAlone()))
        return *known;
    return m_matcher.matches(m_chats->chatAt(chat));
}

bool ChatScopeModel::belongs(int chat) const
{
    const api::ChatStatus status = m_chats->briefAt(chat).status;
    const bool active = status == api::ChatStatus::Active;
    switch (m_scope) {
    case ListScope::Queue:
        return status == api::ChatStatus::Waiting;
    case ListScope::Mine:
        if (status == api::ChatStatus::Ended)
            return false;
        return (active && m_chats->isMine(m_chats->chatAt(chat))) || m_chats->isOfferedToMe(m_chats->chatAt(chat));
    case ListScope::Team:
        return active && !m_chats->isMine(m_chats->chatAt(chat));
    case ListScope::Ended:
        return status == api::ChatStatus::Ended;
    case ListScope::All:
        return true;
    }
    return false;
}

bool ChatScopeModel::isBefore(int left, int right) const
{
    const qint64 a = m_since.at(left);
    const qint64 b = m_since.at(right);
    if (a == b) // ids grow with time, so that the order is one
        return m_chats->chatAt(left).id < m_chats->chatAt(right).id;
    return m_scope == ListScope::Queue ? a < b : a > b;
}

/// Where a chat is, or where it belongs if it is not there.
int ChatScopeModel::placeOf(int chat) const
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), chat,
                                        [this](int left, int right) { return isBefore(left, right); });
    return int(place - m_rows.begin());
}

void ChatScopeModel::takeInserted(int first, int last)
{
    const int count = last - first + 1;
    if (first < m_since.size()) {
        for (int &row : m_rows)
            row += row >= first ? count : 0;
    }
    m_since.insert(first, count, absent);
    QList<int> fresh;
    for (int chat = first; chat <= last; ++chat) {
        if (!accepts(chat))
            continue;
        m_since[chat] = m_chats->briefAt(chat).moment.ms;
        fresh.append(chat);
    }
    std::sort(fresh.begin(), fresh.end(), [this](int left, int right) { return isBefore(left, right); });
    // Those that go to one place go there together: a page of a list is one insertion.
    while (!fresh.isEmpty()) {
        const int place = placeOf(fresh.last());
        qsizetype begin = fresh.size() - 1;
        while (begin > 0 && placeOf(fresh.at(begin - 1)) == place)
            --begin;
        const qsizetype together = fresh.size() - begin;
        beginInsertRows({}, place, place + int(together) - 1);
        m_rows.insert(place, together, 0);
        std::copy(fresh.begin() + begin, fresh.end(), m_rows.begin() + place);
        fresh.resize(begin);
        endInsertRows();
    }
}

void ChatScopeModel::takeRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_since.remove(first, count);
    for (int &row : m_rows)
        row -= row > last ? count : 0;
}

void ChatScopeModel::takeChanged(int chat, const QList<int> &roles)
{
    const bool wasHere = m_since.at(chat) != absent;
    if (!roles.isEmpty() && !roles.contains(ChatListModel::MineRole)) { // who types moves nothing
        const int row = wasHere ? placeOf(chat) : 0;
        if (wasHere)
            Q_EMIT dataChanged(index(row), index(row), roles);
        return;
    }
    const bool isHere = accepts(chat);
    const qint64 since = m_chats->briefAt(chat).moment.ms;
    if (wasHere && isHere) {
        move(chat, since);
    } else if (wasHere) {
        remove(placeOf(chat));
    } else if (isHere) {
        m_since[chat] = since;
        const int row = placeOf(chat);
        beginInsertRows({}, row, row);
        m_rows.insert(row, chat);
        endInsertRows();
    }
}

void ChatScopeModel::move(int chat, qint64 since)
{
    const int from = placeOf(chat);
    int to = from;
    if (since != m_since.at(chat)) {
        // While it has both keys it stands in nobody's order, so it is looked for in two halves around it.
        const auto before = [&](int other) {
            const qint64 key = m_since.at(other);
            if (key == since)
                return m_chats->chatAt(other).id < m_chats->chatAt(chat).id;
            return m_scope == ListScope::Queue ? key < since : key > since;
        };
        const auto at = m_rows.cbegin() + from;
        const auto lower = std::partition_point(m_rows.cbegin(), at, before);
        to = lower != at ? int(lower - m_rows.cbegin())
                         : int(std::partition_point(at + 1, m_rows.cend(), before) - m_rows.cbegin()) - 1;
        if (to != from)
            beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_since[chat] = since;
        m_rows.move(from, to);
        if (to != from)
            endMoveRows();
    }
    Q_EMIT dataChanged(index(to), index(to));
}

void ChatScopeModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_since[m_rows.at(row)] = absent;
    m_rows.removeAt(row);
    endRemoveRows();
}

} // namespace deskbell::console
