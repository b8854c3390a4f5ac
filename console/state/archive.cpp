#include "console/state/archive.h"

#include <QLoggingCategory>

namespace deskbell::console {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.archive")

constexpr int pauseMs = 200;
constexpr int rowsAtOnce = 60; // about five milliseconds

void report(const Result<Nothing> &stored)
{
    if (!stored)
        qCWarning(log).noquote() << "What was seen is not kept:" << stored.error().message;
}

} // namespace

Archive::Archive(Workspace &workspace, DeskStore &store, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_store(store)
{
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Archive::writeSome);
    connect(&workspace, &Workspace::chatsInserted, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row)
            noteChat(m_workspace.chatAt(row).id);
    });
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) { noteChat(m_workspace.chatAt(row).id); });
    connect(&workspace, &Workspace::chatRemoved, this, [this](const ChatId &id) {
        m_written.remove(id);
        noteChat(id);
    });
    connect(&workspace, &Workspace::messageTaken, this, &Archive::noteMessage);
    connect(&workspace, &Workspace::messageChanged, this, &Archive::noteMessage);
    connect(&workspace, &Workspace::threadGrew, this, &Archive::noteThread);
    connect(&workspace, &Workspace::chatErased, this, &Archive::forgetMessages);
    connect(&workspace.visitors(), &Visitors::changed, this, &Archive::noteVisitor);
    connect(&workspace.visitors(), &Visitors::told, this, &Archive::noteVisitor);
    connect(&workspace, &Workspace::draftChanged, this, [this](const ChatId &id) {
        if (!m_account.isEmpty() && !m_quiet)
            report(m_store.setDraft(m_account, id, m_workspace.draft(id), m_workspace.clock().now()));
    });
    connect(&workspace, &Workspace::selfChanged, this, [this] {
        if (!m_account.isEmpty() && !m_quiet && !m_workspace.self().id.isNull())
            report(m_store.setSelf(m_account, m_workspace.self()));
    });
}

Archive::~Archive()
{
    writeAll();
}

void Archive::setAccount(const QString &account)
{
    writeAll();
    m_account = account;
    m_written.clear();
}

void Archive::restore()
{
    if (m_account.isEmpty())
        return;
    m_quiet = true;
    const api::Operator self = m_store.self(m_account);
    if (!self.id.isNull())
        m_workspace.setSelf(self);
    m_workspace.restore(m_store.chats(m_account), m_store.drafts(m_account));
    m_quiet = false;
}

void Archive::restoreThread(const ChatId &id)
{
    Thread *thread = m_workspace.thread(id);
    if (m_account.isEmpty() || thread->isLoaded())
        return;
    writeAll();
    const QList<api::Message> messages = m_store.messages(m_account, id);
    if (messages.isEmpty())
        return;
    m_quiet = true;
    thread->takeLatest(messages, messages.first().seq > 1);
    m_written[id] = {messages.first().seq, messages.last().seq};
    m_quiet = false;
}

void Archive::restoreVisitor(const VisitorId &id)
{
    if (m_account.isEmpty() || m_workspace.visitors().find(id))
        return;
    writeAll();
    m_quiet = true;
    if (const auto seen = m_store.visitor(m_account, id))
        m_workspace.visitors().take(*seen);
    m_quiet = false;
}

void Archive::forget()
{
    if (m_account.isEmpty())
        return;
    m_chats.clear();
    m_messages.clear();
    m_visitors.clear();
    report(m_store.forget(m_account));
}

void Archive::noteChat(const ChatId &id)
{
    if (m_account.isEmpty() || m_quiet)
        return;
    m_chats.insert(QUuid::fromString(id.toString()));
    if (!m_pause.isActive())
        m_pause.start();
}

void Archive::noteMessage(const api::Message &message)
{
    if (m_account.isEmpty() || m_quiet || message.seq == 0)
        return;
    m_messages[message.chatId].insert(message.seq, message);
    if (!m_pause.isActive())
        m_pause.start();
}

void Archive::noteVisitor(const VisitorId &id)
{
    if (m_account.isEmpty() || m_quiet)
        return;
    m_visitors.insert(id);
    if (!m_pause.isActive())
        m_pause.start();
}

/// Of a chat whose messages are empty now. Those that are known in that shape are written anew.
void Archive::forgetMessages(const ChatId &id)
{
    if (m_account.isEmpty())
        return;
    m_messages.remove(id);
    m_written.remove(id);
    report(m_store.removeMessages(m_account, id));
}

void Archive::noteThread(const ChatId &id)
{
    const Thread *thread = m_workspace.existingThread(id);
    if (!thread || thread->lastSeq() == 0)
        return;
    Span &written = m_written[id];
    // From the end, since that is what is read first the next time.
    constexpr qint64 most = 500;
    const qint64 from = std::max(thread->firstSeq(), thread->lastSeq() - most + 1);
    const auto &entries = thread->entries();
    for (qint64 seq = thread->lastSeq(); seq >= from; --seq) {
        if (seq <= written.last && seq >= written.first) {
            seq = written.first; // all of them are there
            continue;
        }
        noteMessage(entries.at(int(seq - thread->firstSeq())).message);
    }
    written = {std::min(written.first == 0 ? from : written.first, from), thread->lastSeq()};
}

void Archive::writeSome()
{
    writeStep(rowsAtOnce);
    if (m_chats.isEmpty() && m_messages.isEmpty() && m_visitors.isEmpty())
        m_pause.stop();
}

void Archive::writeAll()
{
    while (!m_chats.isEmpty() || !m_messages.isEmpty() || !m_visitors.isEmpty())
        writeStep(1'000);
    m_pause.stop();
}

void Archive::writeStep(int rows)
{
    report(m_store.begin());
    // Going on from what was erased: a set that was emptied from its front looks for its first one ever longer.
    for (auto next = m_chats.begin(); rows > 0 && next != m_chats.end(); --rows) {
        const auto id = ChatId::fromTrusted(next->toString(QUuid::WithoutBraces));
        next = m_chats.erase(next);
        if (m_workspace.rowOf(id) >= 0)
            report(m_store.keep(m_account, m_workspace.seenChat(id)));
        else
            report(m_store.remove(m_account, id));
    }
    for (auto next = m_visitors.begin(); rows > 0 && next != m_visitors.end(); --rows) {
        const VisitorId id = *next;
        next = m_visitors.erase(next);
        const api::Visitor *visitor = m_workspace.visitors().find(id);
        if (visitor && !visitor->erasedAt)
            report(m_store.keep(m_account, *visitor));
        else
            report(m_store.remove(m_account, id));
    }
    for (auto ofChat = m_messages.begin(); rows > 0 && ofChat != m_messages.end();) {
        for (auto next = ofChat->begin(); rows > 0 && next != ofChat->end(); --rows) {
            report(m_store.keep(m_account, *next));
            next = ofChat->erase(next);
        }
        ofChat = ofChat->isEmpty() ? m_messages.erase(ofChat) : std::next(ofChat);
    }
    report(m_store.commit());
}

} // namespace deskbell::console
