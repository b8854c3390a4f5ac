#include "console/views/announcer.h"

#include "console/models/wording.h"

#include <QAccessible>

namespace deskbell::console {

Announcer::Announcer(Workspace &workspace, QWidget *parent)
    : QLabel(parent), m_workspace(workspace), m_phase(workspace.connection().phase)
{
    setObjectName(QStringLiteral("announcementLabel"));
    setTextFormat(Qt::PlainText);
    setFixedSize(0, 0);
    connect(&workspace, &Workspace::visitorWrote, this, &Announcer::tellOf);
    connect(&workspace, &Workspace::chatOffered, this, &Announcer::tellOfOffer);
    connect(&workspace, &Workspace::sendingFailed, this, &Announcer::tellOfFailure);
    connect(&workspace, &Workspace::connectionChanged, this, &Announcer::tellOfConnection);
}

void Announcer::say(const QString &text)
{
    if (this->text() == text) // the same again is news too
        setText({});
    setText(text);
    setAccessibleName(text);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Announcer::tellOf(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    if (!chat || m_workspace.connection().phase != ConnectionState::Phase::Online) // what was there before is no news
        return;
    const QString name = oneLine(chat->visitorName);
    const QString said = chat->lastMessage ? saidText(*chat->lastMessage) : QString();
    if (chat->status == api::ChatStatus::Waiting)
        say(said.isEmpty() ? tr("%1 is waiting.").arg(name) : tr("%1 is waiting: %2").arg(name, said));
    else
        say(tr("%1 writes: %2").arg(name, said));
}

void Announcer::tellOfOffer(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    if (!chat || m_workspace.connection().phase != ConnectionState::Phase::Online)
        return;
    const QString name = oneLine(chat->visitorName);
    const QString note = chat->offer ? oneLine(chat->offer->note.value_or(QString())) : QString();
    say(note.isEmpty() ? tr("The chat with %1 is offered to you.").arg(name)
                       : tr("The chat with %1 is offered to you: %2").arg(name, note));
}

void Announcer::tellOfFailure(const ChatId &id, const QString &problem)
{
    using Phase = ConnectionState::Phase;
    const Phase phase = m_workspace.connection().phase;
    const api::Chat *chat = m_workspace.chat(id);
    if (!chat || (phase != Phase::Online && phase != Phase::Offline)) // those of an earlier run come with it
        return;
    say(tr("Your message to %1 was not sent. %2").arg(oneLine(chat->visitorName), problem));
}

void Announcer::tellOfConnection()
{
    const auto before = std::exchange(m_phase, m_workspace.connection().phase);
    if (before == m_phase)
        return;
    if (m_phase == ConnectionState::Phase::Offline)
        say(tr("The connection is lost. You can go on writing."));
    else if (m_phase == ConnectionState::Phase::Online && before == ConnectionState::Phase::Offline)
        say(tr("The connection is back."));
}

} // namespace deskbell::console
