#pragma once

#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace deskbell::console {

class Theme;

/// What is known of a chat and its visitor.
class DetailsView final : public QFrame
{
    Q_OBJECT

public:
    DetailsView(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    void open(const ChatId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Fact
    {
        QWidget *row;
        QLabel *icon;
        QLabel *value;
    };
    Fact addFact(QVBoxLayout *column, const QString &icon, const QString &name, const QString &caption);
    void set(const Fact &fact, const QString &text, const QString &tip = {});
    void show();
    void showEarlier(const api::Chat &chat);

    const Theme &m_theme;
    const Workspace &m_workspace;
    ChatId m_chatId;
    QString m_visitorId;
    QWidget *m_content;
    QLabel *m_name;
    QLabel *m_presence;
    Fact m_email, m_page, m_started, m_claimed, m_ended, m_messages;
    QLabel *m_earlierTitle;
    QLabel *m_earlier;
};

} // namespace deskbell::console
