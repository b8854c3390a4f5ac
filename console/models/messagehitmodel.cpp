#include "console/models/messagehitmodel.h"

#include "console/models/wording.h"

#include <QPointer>

namespace deskbell::console {

namespace {

constexpr int pauseMs = 180;
constexpr qsizetype fewestLetters = 2; // one letter is in nearly everything

} // namespace

MessageHitModel::MessageHitModel(Workspace &workspace, Actions &actions, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_actions(actions)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(std::nullopt); });
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        const bool online = m_workspace.connection().phase == ConnectionState::Phase::Online;
        if (online && (m_state == State::Offline || m_state == State::Failed))
            tryAgain();
    });
}

void MessageHitModel::setQuery(const QString &query)
{
    const QString wanted = query.size() < fewestLetters ? QString() : query;
    if (wanted == m_query)
        return;
    m_query = wanted;
    ++m_question;
    m_asking = false;
    if (wanted.isEmpty()) {
        m_pause.stop();
        clear();
        setState(State::Idle);
        return;
    }
    m_pause.start();
    setState(State::Asking);
}

void MessageHitModel::tryAgain()
{
    if (!m_query.isEmpty())
        ask(std::nullopt);
}

void MessageHitModel::loadMore()
{
    if (m_next && !m_asking && m_state == State::Answered)
        ask(m_next);
}

void MessageHitModel::ask(const std::optional<QString> &cursor)
{
    if (m_workspace.connection().phase != ConnectionState::Phase::Online) {
        clear();
        setState(State::Offline);
        return;
    }
    m_asking = true;
    if (!cursor)
        setState(State::Asking);
    m_actions.search(m_query, cursor,
                     [self = QPointer(this), question = ++m_question,
                      goesOn = cursor.has_value()](const Result<api::MessageSearchAnswer> &answer) {
                         if (self && question == self->m_question)
                             self->take(answer, goesOn);
                     });
}

void MessageHitModel::take(const Result<api::MessageSearchAnswer> &answer, bool goesOn)
{
    m_asking = false;
    if (!answer) {
        if (!goesOn) { // of a further page what is there is still true, and scrolling asks again
            clear();
            const bool online = m_workspace.connection().phase == ConnectionState::Phase::Online;
            setState(online ? State::Failed : State::Offline);
        }
        return;
    }
    m_next = answer->next;
    if (!goesOn) {
        beginResetModel();
        m_hits = answer->hits;
        endResetModel();
    } else if (!answer->hits.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(answer->hits.size()) - 1);
        m_hits.append(answer->hits);
        endInsertRows();
    }
    setState(State::Answered);
}

void MessageHitModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void MessageHitModel::clear()
{
    m_next.reset();
    if (m_hits.isEmpty())
        return;
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

int MessageHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant MessageHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const api::SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(hit.visitorName);
    case Qt::AccessibleTextRole:
        return spoken(hit);
    case ChatRole:
        return hit.message.chatId.toString();
    case SeqRole:
        return hit.message.seq;
    case ExcerptRole:
        return hit.highlight.simplified();
    case TimeRole:
        return hit.message.createdAt.ms;
    case VisitorRole: {
        const api::Chat *chat = m_workspace.chat(hit.message.chatId);
        const bool theirs = hit.message.senderType == api::SenderType::Visitor;
        return theirs ? hit.message.senderId : chat ? chat->visitorId.toString() : hit.message.chatId.toString();
    }
    case SenderRole: {
        if (hit.message.senderType == api::SenderType::Visitor)
            return QString();
        const bool own = hit.message.senderId == m_workspace.self().id.toString();
        return own ? tr("You") : oneLine(hit.message.senderName);
    }
    default:
        return {};
    }
}

QString MessageHitModel::spoken(const api::SearchHit &hit) const
{
    QString excerpt = oneLine(hit.highlight);
    excerpt.remove(QChar(2)).remove(QChar(3));
    return tr("%1, %2, %3: %4")
        .arg(oneLine(hit.visitorName), listTimeText(hit.message.createdAt, m_workspace.clock().now()),
             oneLine(hit.message.senderName), excerpt);
}

} // namespace deskbell::console
