#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

namespace deskbell::console {

/// What was said anywhere on the desk and has the words that a person types, best first. Asks once they pause; an
/// answer to an older question never takes the place of a newer one's, and what is shown stays until there is
/// something newer.
class MessageHitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ChatRole = Qt::UserRole, ///< QString, its id
        SeqRole, ///< qint64
        ExcerptRole, ///< What was found stands between U+0002 and U+0003.
        TimeRole, ///< qint64, milliseconds
        VisitorRole, ///< QString: what the visitor's colour is chosen by
        SenderRole, ///< QString; empty when the visitor said it
    };
    enum class State { Idle, Asking, Answered, Failed, Offline };

    MessageHitModel(Workspace &workspace, Actions &actions, QObject *parent = nullptr);

    /// An empty one is no question.
    void setQuery(const QString &query);
    const QString &query() const { return m_query; }
    State state() const { return m_state; }
    void loadMore();
    void tryAgain();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(const std::optional<QString> &cursor);
    void take(const Result<api::MessageSearchAnswer> &answer, bool goesOn);
    void setState(State state);
    void clear();
    QString spoken(const api::SearchHit &hit) const;

    Workspace &m_workspace;
    Actions &m_actions;
    QTimer m_pause; // runs from the last key until the question is asked
    QString m_query;
    State m_state = State::Idle;
    QList<api::SearchHit> m_hits; // of this query, or of one before while this one is asked
    std::optional<QString> m_next; // where the next page begins
    bool m_asking = false;
    int m_question = 0; // answers to older ones are dropped
};

} // namespace deskbell::console
