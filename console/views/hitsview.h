#pragma once

#include "console/models/messagehitmodel.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListView;
class QPushButton;

namespace deskbell::console {

class ChatListView;
class Theme;

/// Messages that were found on the server, below the chats of a list that is searched. Says what it is about while
/// there are none.
class HitsView final : public QFrame
{
    Q_OBJECT

public:
    HitsView(const Theme &theme, Workspace &workspace, Actions &actions, QWidget *parent = nullptr);

    void setQuery(const QString &query) { m_model->setQuery(query); }
    int count() const { return m_model->rowCount(); }
    /// To the first one, if there is any.
    void takeFocus();
    /// Opens the first one.
    void openFirst();

Q_SIGNALS:
    void chosen(const deskbell::ChatId &id, qint64 seq);
    /// The Up key over the first one.
    void leftUpwards();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void showState();

    MessageHitModel *m_model;
    ChatListView *m_list;
    QLabel *m_line;
    QPushButton *m_retry;
    QTimer m_patience; // what comes before it ends needs no sign that it is on its way
};

} // namespace deskbell::console
