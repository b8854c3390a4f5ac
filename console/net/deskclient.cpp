#include "console/net/deskclient.h"

namespace deskbell::console {

namespace {

/// Less often than this nobody has to hear that somebody still types.
constexpr qint64 typingEveryMs = 3'000;

bool endsSession(ErrorCode code)
{
    return code == ErrorCode::InvalidToken || code == ErrorCode::Unauthenticated;
}

} // namespace

DeskClient::DeskClient(Workspace &workspace, OutboxStore &outbox, DeskStore &store, FileShelf &shelf, TokenVault &vault,
                       const Backoff &backoff, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_shelf(shelf), m_vault(vault), m_link(backoff), m_fileLine(m_link),
      m_history(m_link, workspace), m_watch(m_link, workspace, m_history), m_lookup(m_link, workspace),
      m_visitors(m_link, workspace), m_courier(m_link, m_fileLine, workspace, outbox, shelf, backoff),
      m_files(m_fileLine, m_courier, shelf), m_receipts(m_link, workspace), m_archive(workspace, store),
      m_farewell(vault, backoff)
{
    (void)store.forgetOldDrafts(workspace.clock().now()); // else the next start does
    if (const auto ofLetters = outbox.files())
        shelf.sweep(*ofLetters + store.draftFiles());
    connect(&m_link, &Link::opened, this, &DeskClient::takeOpened);
    connect(&m_link, &Link::lost, this, &DeskClient::takeLost);
    connect(&m_link, &Link::refused, this, &DeskClient::takeRefused);
    connect(&m_link, &Link::attempting, this, [this] {
        if (m_workspace.connection().phase == ConnectionState::Phase::Offline)
            setPhase(ConnectionState::Phase::Offline, true);
    });
    connect(&m_link, &Link::eventReceived, this, [this](const api::Event &event) {
        if (m_catchUp)
            m_catchUp->hold(event);
        else
            m_workspace.takeEvent(event);
    });
    connect(&m_courier, &Courier::turnedAway, this, &DeskClient::takeRefused);
    connect(&workspace, &Workspace::chatErased, this, [this](const ChatId &id) {
        m_shelf.clearPictures();
        const QList<LetterFile> files = m_workspace.draft(id).files; // which goes now
        for (const LetterFile &each : files)
            m_shelf.drop(each);
    });
}

void DeskClient::comeBack(const Account &account)
{
    leave();
    m_account = account;
    m_vault.load(account.key(), [self = QPointer(this), account](const QString &token) {
        const bool stillWanted = self && self->m_account == account && !self->m_login && !self->m_entered;
        if (!stillWanted || token.isEmpty())
            return;
        self->m_entered = true;
        self->m_archive.setAccount(account.key());
        self->m_archive.restore();
        self->m_courier.setAccount(account.key());
        self->setPhase(ConnectionState::Phase::Connecting);
        self->m_link.open(account.server, token);
    });
}

void DeskClient::signIn(const QUrl &server, const QString &email, const QString &password, Done done)
{
    if (m_login)
        giveUpLogin(Error(ErrorCode::Disconnected, tr("Somebody else signs in.")));
    leave();
    m_account = {server, email};
    m_login = Login{password, std::move(done)};
    setPhase(ConnectionState::Phase::Connecting);
    m_link.open(server, {});
}

void DeskClient::signOut()
{
    m_farewell.say(m_account, m_link.token()); // until it is answered, whatever the line seems to be
    if (!m_account.isNull())
        m_vault.forget(m_account.key());
    m_archive.forget(); // of a desk that somebody has left nothing stays on this computer
    m_shelf.clearPictures();
    endSession();
}

void DeskClient::stepOut()
{
    endSession();
}

void DeskClient::reconnect()
{
    if (!m_entered)
        return;
    m_link.startOver({});
    m_link.tryNow();
}

void DeskClient::tryNow()
{
    m_link.tryNow();
    m_farewell.tryNow();
}

void DeskClient::setStatus(api::OperatorStatus status)
{
    m_link.request(api::OperatorSetStatus{status}, this, [this](const Result<api::Operator> &self) {
        if (self)
            m_workspace.setSelf(*self);
    });
}

void DeskClient::claim(const ChatId &id, Done done)
{
    request(api::ChatClaim{id}, std::move(done));
}

void DeskClient::endChat(const ChatId &id, const std::optional<QString> &reason, Done done)
{
    request(api::ChatEnd{id, reason}, std::move(done));
}

void DeskClient::change(const ChatChange &change, Done done)
{
    std::visit([&](const auto &command) { request(command, std::move(done)); }, change);
}

void DeskClient::administer(const AdminAsk &ask)
{
    std::visit([this](const auto &each) { m_link.request(each.command, this, each.done); }, ask);
}

/// The answer goes into the workspace at once; its event, which comes as well, says nothing new then.
template <class Command>
void DeskClient::request(const Command &command, Done done)
{
    using Answer = typename Command::Answer;
    m_link.request(command, this, [this, done = std::move(done)](const Result<Answer> &answer) {
        if (answer)
            take(*answer);
        if (done)
            done(answer ? Result<Nothing>(Nothing{}) : Result<Nothing>(answer.error()));
    });
}

void DeskClient::send(const ChatId &id, const Draft &written)
{
    m_typingTold.remove(id); // a message says by itself that the typing is over
    m_courier.post(id, written);
}

void DeskClient::openThread(const ChatId &id)
{
    m_archive.restoreThread(id);
    m_history.open(id);
}

void DeskClient::setTyping(const ChatId &id, bool typing)
{
    const qint64 now = m_workspace.clock().monotonicMs();
    const auto told = m_typingTold.constFind(id);
    const bool known = told != m_typingTold.constEnd();
    if (!m_link.isOpen() || (typing && known && now - *told < typingEveryMs) || (!typing && !known))
        return;
    if (typing)
        m_typingTold.insert(id, now);
    else
        m_typingTold.remove(id);
    m_link.request(api::TypingSet{id, typing}, this, [](const Result<Nothing> &) {});
}

void DeskClient::takeOpened()
{
    if (m_entered)
        catchUp();
    else
        logIn();
}

void DeskClient::logIn()
{
    m_link.request(api::OperatorLogin{m_account.email, m_login->password}, this,
                   [this](const Result<api::OperatorLoginAnswer> &answer) {
                       if (!m_login || m_entered)
                           return;
                       if (answer)
                           welcome(*answer);
                       else if (answer.error().code != ErrorCode::Disconnected || m_link.isOpen())
                           giveUpLogin(answer.error());
                       // else takeLost() says why
                   });
}

void DeskClient::welcome(const api::OperatorLoginAnswer &answer)
{
    m_entered = true;
    m_login->password.clear();
    m_link.setToken(answer.token);
    m_vault.save(m_account.key(), answer.token);
    m_archive.setAccount(m_account.key());
    m_archive.restore();
    m_workspace.setSelf(answer.account);
    m_courier.setAccount(m_account.key());
    Q_EMIT signedIn(m_account);
    catchUp();
}

void DeskClient::catchUp()
{
    delete m_catchUp;
    m_catchUp = new CatchUp(m_link, m_workspace, this);
    connect(m_catchUp, &CatchUp::finished, this, &DeskClient::takeCaughtUp);
    connect(m_catchUp, &CatchUp::failed, this, [this](const Error &error) {
        if (endsSession(error.code))
            takeRefused(error);
        else if (m_link.isOpen()) // a server that cannot say what the desk is like is as good as none
            m_link.startOver(error.message);
    });
    m_catchUp->start();
}

void DeskClient::takeCaughtUp()
{
    std::exchange(m_catchUp, nullptr)->deleteLater();
    m_link.settle();
    setPhase(ConnectionState::Phase::Online);
    m_history.resume();
    m_courier.start();
    m_receipts.start();
    askOffice();
    finishLogin(Nothing{});
}

void DeskClient::askOffice()
{
    Office &office = m_workspace.office();
    m_link.request(api::OperatorList{}, this, [&office](const Result<api::OperatorListAnswer> &answer) {
        if (answer)
            office.setOperators(answer->operators);
    });
    m_link.request(api::DepartmentList{}, this, [&office](const Result<api::DepartmentListAnswer> &answer) {
        if (answer)
            office.setDepartments(answer->departments);
    });
    askCannedReplies({});
    m_link.request(api::SettingsGet{}, this, [&office](const Result<api::DeskSettings> &settings) {
        if (settings)
            office.setSettings(*settings);
    });
}

/// Page by page; what was there before stands until all of them have come.
void DeskClient::askCannedReplies(const QList<api::CannedReply> &before)
{
    api::CannedList command;
    if (!before.isEmpty())
        command.after = before.last().shortcut;
    m_link.request(command, this, [this, before](const Result<api::CannedListAnswer> &page) {
        if (!page)
            return;
        const QList<api::CannedReply> replies = before + page->replies;
        if (page->next && !page->replies.isEmpty())
            askCannedReplies(replies);
        else if (replies != m_workspace.office().cannedReplies())
            m_workspace.office().setCannedReplies(replies);
    });
}

void DeskClient::takeLost(const QString &reason)
{
    if (m_catchUp)
        std::exchange(m_catchUp, nullptr)->deleteLater();
    m_courier.stop();
    m_receipts.stop();
    m_typingTold.clear();
    if (m_entered) {
        setPhase(ConnectionState::Phase::Offline);
        finishLogin(Nothing{}); // it was accepted; the rest comes with the line
    } else {
        giveUpLogin(
            Error(ErrorCode::Disconnected, tr("%1 cannot be reached. %2").arg(m_account.server.authority(), reason)));
    }
}

void DeskClient::takeRefused(const Error &error)
{
    if (!m_entered) {
        giveUpLogin(error);
    } else if (endsSession(error.code)) {
        m_vault.forget(m_account.key());
        endSession();
        Q_EMIT sessionEnded(tr("Your session has ended. Please sign in again."));
    } else {
        takeLost(error.message); // the link tries again
    }
}

void DeskClient::finishLogin(const Result<Nothing> &result)
{
    const auto login = std::exchange(m_login, std::nullopt);
    if (login && login->done)
        login->done(result);
}

void DeskClient::giveUpLogin(const Error &error)
{
    m_link.close();
    setPhase(ConnectionState::Phase::SignedOut);
    finishLogin(error);
}

/// From whatever there was to nothing.
void DeskClient::leave()
{
    for (const ChatId &each : m_typingTold.keys())
        setTyping(each, false); // else their visitors would wait for what nobody writes
    if (m_catchUp)
        std::exchange(m_catchUp, nullptr)->deleteLater();
    m_entered = false;
    m_link.close();
    m_history.reset();
    m_watch.reset();
    m_lookup.reset();
    m_receipts.stop();
    m_courier.setAccount({});
    m_archive.setAccount({});
    m_typingTold.clear();
    m_workspace.clear();
    m_account = {};
}

void DeskClient::endSession()
{
    leave();
    setPhase(ConnectionState::Phase::SignedOut);
    finishLogin(Error(ErrorCode::InvalidToken));
}

void DeskClient::setPhase(ConnectionState::Phase phase, bool attempting)
{
    const ConnectionState &before = m_workspace.connection();
    const Timestamp since = before.phase == phase ? before.since : m_workspace.clock().now();
    m_workspace.setConnection({phase, since, attempting});
}

} // namespace deskbell::console
