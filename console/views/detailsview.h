#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace deskbell::console {

class AttributesView;
class FactView;
class PriorityButton;
class TagsView;
class Theme;

/// What is known of a chat and its visitor, and how it is sorted: tags and priority.
class DetailsView final : public QFrame
{
    Q_OBJECT

public:
    DetailsView(const Theme &theme, const Workspace &workspace, Actions &actions, QWidget *parent = nullptr);

    void open(const ChatId &id);
    void focusTags();
    void setPriority(api::ChatPriority priority);
    /// Whether it stands in the place of the conversation, to which one goes back from here.
    void setBackVisible(bool visible);

Q_SIGNALS:
    /// An earlier chat of the visitor's is to be opened.
    void chatRequested(const deskbell::ChatId &id);
    void backRequested();
    void failed(const deskbell::ChatId &id, const QString &reason);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    FactView *addFact(QVBoxLayout *column, const QString &icon, const QString &name, const QString &caption);
    void compose();
    void connectParts();
    void show();
    void showRating(const api::Chat &chat);
    void showEarlier(const api::Chat &chat);
    void change(const ChatChange &change);

    const Theme &m_theme;
    const Workspace &m_workspace;
    Actions &m_actions;
    ChatId m_chatId;
    QWidget *m_content;
    QToolButton *m_back;
    QWidget *m_avatar;
    QLabel *m_name;
    QLabel *m_presence;
    FactView *m_email = nullptr;
    FactView *m_address = nullptr;
    FactView *m_page = nullptr;
    FactView *m_subject = nullptr;
    FactView *m_department = nullptr;
    FactView *m_started = nullptr;
    FactView *m_claimed = nullptr;
    FactView *m_ended = nullptr;
    FactView *m_rating = nullptr;
    FactView *m_messages = nullptr;
    PriorityButton *m_priority;
    TagsView *m_tags;
    AttributesView *m_attributes;
    QLabel *m_earlierTitle;
    QVBoxLayout *m_earlier;
    QList<ChatId> m_earlierShown; // a button for each
};

} // namespace deskbell::console
