#pragma once

#include "console/dialogs/questions.h"
#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QStringList>

namespace deskbell::console {

/// Files that a test or a picture plays with.
class ScriptedFiles final : public FileActions
{
public:
    explicit ScriptedFiles(Workspace &workspace) : m_workspace(workspace) { }

    Result<LetterFile> keep(const QByteArray &bytes, const QString &name) override;
    void drop(const LetterFile &file) override { calls << QStringLiteral("drop ") + file.name; }
    void stop(const ChatId &id, const QString &clientId) override;
    void fetchPicture(const AttachmentId &id, std::function<void(QByteArray bytes)> done) override;
    void save(const AttachmentId &id, const QString &path, std::function<void(int percent)> progress,
              Done done) override;
    QString showcase(const QString &name) override { return showcaseFolder + QLatin1Char('/') + name; }

    QStringList calls;
    QHash<AttachmentId, QByteArray> pictures; ///< What fetchPicture() finds.
    QString showcaseFolder;
    QByteArray kept; ///< What keep() got last.
    std::optional<Error> refusal; ///< What save() answers.

private:
    Workspace &m_workspace;
};

/// Actions that a test or a picture plays: they are written down, and some change the workspace as a server would.
class ScriptedActions final : public Actions
{
public:
    explicit ScriptedActions(Workspace &workspace) : fileActions(workspace), m_workspace(workspace) { }

    FileActions &files() override { return fileActions; }
    void signIn(const QUrl &server, const QString &email, const QString &password, Done done) override;
    void signOut() override { calls << QStringLiteral("signOut"); }
    void tryNow() override { calls << QStringLiteral("tryNow"); }
    void setStatus(api::OperatorStatus) override { calls << QStringLiteral("setStatus"); }
    void claim(const ChatId &id, Done done) override;
    void endChat(const ChatId &id, const std::optional<QString> &reason, Done done) override;
    void change(const ChatChange &change, Done done) override;
    void administer(const AdminAsk &ask) override { administration(ask); }
    void markRead(const ChatId &) override { calls << QStringLiteral("markRead"); }
    using Actions::send;
    void send(const ChatId &id, const Draft &written) override;
    void sendAgain(const ChatId &id, const QString &clientId) override;
    void discard(const ChatId &id, const QString &clientId) override;
    void setTyping(const ChatId &, bool typing) override;
    void openThread(const ChatId &id) override;
    void loadEarlier(const ChatId &) override { calls << QStringLiteral("loadEarlier"); }
    void openVisitor(const VisitorId &id) override;
    void loadMore(ListScope scope) override;
    void search(const QString &query, const std::optional<QString> &cursor, Found found) override;
    void searchChats(const api::ChatSearch &search, FoundChats found) override;
    void loadChatsOf(const VisitorId &) override { calls << QStringLiteral("loadChatsOf"); }
    void fetchQuoted(const ChatId &id, qint64 seq) override;
    void bringMessage(const ChatId &id, qint64 seq, Done done) override;

    ScriptedFiles fileActions;
    QStringList calls;
    std::optional<Error> refusal; ///< What claim, endChat, change and signIn answer, instead of working.
    std::function<void(const AdminAsk &ask)> administration = [](const AdminAsk &) {}; ///< Answers, or not yet.
    bool slow =
        false; ///< The next claim or change waits in `held` until the test lets them go on; signing in always does.
    std::function<void()> held;
    QHash<ChatId, QList<api::Message>> threads; ///< What openThread() finds.
    QHash<VisitorId, api::Visitor> visitors; ///< What openVisitor() finds.
    QList<Found> searches; ///< In the order of asking; the test answers.
    QList<std::pair<api::ChatSearch, FoundChats>> chatSearches; ///< The test answers these too.
    QHash<ChatId, api::Chat> elsewhere; ///< Chats that the server has and nobody has listed.

private:
    void apply(const api::ChatRelease &change);
    void apply(const api::ChatAssign &change);
    void apply(const api::ChatTransfer &change);
    void apply(const api::ChatAccept &change);
    void apply(const api::ChatDecline &change);
    void apply(const api::ChatTag &change);
    void apply(const api::ChatUpdate &change);
    void apply(const api::NoteAdd &change);
    void apply(const api::MessageEdit &change);
    void apply(const api::MessageDelete &change);

    Workspace &m_workspace;
};

/// Questions that are written down; the test answers, or does not.
class ScriptedQuestions final : public Questions
{
public:
    void askEndReason(QWidget *, const api::Chat &chat, std::function<void(QString reason)> answer) override
    {
        asked << QStringLiteral("end ") + chat.visitorName;
        endReason = std::move(answer);
    }
    void askTransfer(QWidget *, const Workspace &, const api::Chat &chat,
                     std::function<void(ChatChange change)> answer) override
    {
        asked << QStringLiteral("transfer ") + chat.visitorName;
        transfer = std::move(answer);
    }
    void askAssign(QWidget *, const Workspace &, const api::Chat &chat,
                   std::function<void(OperatorId who)> answer) override
    {
        asked << QStringLiteral("assign ") + chat.visitorName;
        assign = std::move(answer);
    }
    void askDelete(QWidget *, const QString &text, std::function<void()> yes) override
    {
        asked << QStringLiteral("delete ") + text;
        deletion = std::move(yes);
    }
    void askFiles(QWidget *, std::function<void(QStringList paths)> answer) override
    {
        asked << QStringLiteral("files");
        files = std::move(answer);
    }
    void askSavePath(QWidget *, const QString &name, std::function<void(QString path)> answer) override
    {
        asked << QStringLiteral("save ") + name;
        savePath = std::move(answer);
    }
    void askSignOut(QWidget *, int waiting, std::function<void()> yes) override
    {
        asked << QStringLiteral("signOut %1").arg(waiting);
        signOut = std::move(yes);
    }

    void askConfirmation(QWidget *, const Confirmation &confirmation, std::function<void()> yes) override
    {
        asked << confirmation.name;
        confirmed = std::move(yes);
    }

    QStringList asked;
    std::function<void(QString reason)> endReason;
    std::function<void(ChatChange change)> transfer;
    std::function<void(OperatorId who)> assign;
    std::function<void()> deletion;
    std::function<void()> signOut;
    std::function<void(QStringList paths)> files;
    std::function<void(QString path)> savePath;
    std::function<void()> confirmed;
};

/// A desk on a Tuesday afternoon: an order that is late, a table to be moved, an invoice that does not add up.
class Script
{
public:
    Script(Workspace &workspace, ScriptedActions &actions, Timestamp now);

    void playQueue();
    void playMine();
    void playEnded();
    /// The order is ours, answered, and nearly solved.
    void answerOrder();
    /// A colleague was quicker with the order.
    void loseOrder();
    void goOnline();
    /// Colleagues, departments and canned replies.
    void playOffice();
    /// Bruno offers the invoice, with a note.
    void offerInvoice();
    /// The booking is tagged, noted, read, and one of its messages was changed.
    void enrichBooking();
    void goOffline();

    ChatId order, booking, invoice, ended; ///< known after the play that makes them

private:
    api::Chat chat(const QString &visitor, const QString &email, const QString &page, qint64 secondsAgo);
    void say(api::Chat &chat, api::SenderType who, const QString &text, qint64 secondsAgo);
    void own(api::Chat &chat, qint64 secondsAgo);

    Workspace &m_workspace;
    ScriptedActions &m_actions;
    Timestamp m_now;
    api::Operator m_self;
    int m_next = 1;
};

} // namespace deskbell::console
