#include "server/desk/visitoraccountservice.h"

#include "server/desk/sessionhandler.h"
#include "server/store/operatorstore.h"
#include "server/store/visitoraccountstore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

namespace {

constexpr Rate registrations{.burst = 20, .perSecond = 20.0 / 3600};

struct Found
{
    bool isOperator = false;
    std::optional<VisitorAccountStore::Account> account{};
};

} // namespace

VisitorAccountService::VisitorAccountService(Desk &desk, const Clock &clock, const DeskOptions &options)
    : m_desk(desk), m_throttle(desk.loginThrottle()), m_isLimited(options.rateLimits == RateLimits::Switch::On),
      m_registrations(clock, registrations), m_passwords(options.passwordCost)
{
    m_hashing.setMaxThreadCount(1);
}

VisitorAccountService::~VisitorAccountService() = default;

void VisitorAccountService::registerVisitor(const Caller &caller, const Registration &registration, Done done)
{
    if (const auto room = m_registrations.take(caller.address); m_isLimited && !room)
        return done(room.error());
    const auto store = [this, caller, registration, done](const std::optional<QString> &hash) {
        if (!hash)
            return done(Error(ErrorCode::Busy));
        const auto work = [registration, passwordHash = *hash](Request &request) -> Result<SignedIn> {
            const QString email = OperatorStore::normalised(registration.email);
            if (OperatorStore(request.transaction).findByEmail(email))
                return Error(ErrorCode::OperatorExists, QStringLiteral("There is an account with this address."));
            VisitorHandler::Introduction words;
            words.name = registration.name;
            words.email = email;
            const VisitorHandler::Welcome welcome = VisitorHandler(request).welcome(words);
            if (!VisitorAccountStore(request.transaction).create(welcome.caller.visitorId, email, passwordHash))
                return Error(ErrorCode::OperatorExists, QStringLiteral("There is an account with this address."));
            return SignedIn{welcome.caller, welcome.token, email};
        };
        m_desk.perform<SignedIn>(api::Effect::Write, caller, work,
                                 [done](const Result<SignedIn> &signedIn, const Outbox &) { done(signedIn); });
    };
    m_hashing.start([this, password = registration.password, store] {
        const auto hash = m_passwords.hash(password);
        QMetaObject::invokeMethod(this, [store, hash] { store(hash); });
    });
}

void VisitorAccountService::logIn(const Caller &caller, const QString &email, const QString &password, Done done)
{
    const auto look = [email](Request &request) -> Result<Found> {
        Found found;
        found.isOperator = OperatorStore(request.transaction).findByEmail(email).has_value();
        found.account = VisitorAccountStore(request.transaction).find(email);
        return found;
    };
    m_desk.perform<Found>(api::Effect::Read, caller, look,
                          [this, caller, email, password, done](const Result<Found> &found, const Outbox &) {
                              if (!found)
                                  return done(found.error());
                              if (found->isOperator)
                                  return logInOperator(caller, email, password, done);
                              const QString account = OperatorStore::normalised(email);
                              if (const auto room = m_throttle.begin(account, caller.address); !room)
                                  return done(room.error());
                              const auto stored = found->account;
                              m_passwords.verify(
                                  password, stored ? std::optional(stored->passwordHash) : std::nullopt,
                                  [this, caller, account, stored, done](const Result<Passwords::Verdict> &verdict) {
                                      if (!verdict) {
                                          m_throttle.withdraw(account, caller.address);
                                          return done(verdict.error());
                                      }
                                      if (!verdict->matches || !stored)
                                          return done(Error(ErrorCode::InvalidCredentials));
                                      m_throttle.succeeded(account, caller.address);
                                      logInVisitor(caller, stored->visitorId, account, done);
                                  });
                          });
}

void VisitorAccountService::logInOperator(const Caller &caller, const QString &email, const QString &password,
                                          const Done &done)
{
    m_desk.submit(caller, api::OperatorLogin{email, password}, [done](const Reply &reply) {
        if (!reply.json)
            return done(reply.json.error());
        const auto answer = json::decode<api::OperatorLoginAnswer>(*reply.json);
        if (!answer || !reply.caller)
            return done(Error(ErrorCode::Internal));
        done(SignedIn{*reply.caller, answer->token, answer->account.email});
    });
}

void VisitorAccountService::logInVisitor(const Caller &caller, const VisitorId &visitor, const QString &email,
                                         const Done &done)
{
    const auto work = [visitor, email](Request &request) -> Result<SignedIn> {
        const SessionHandler::Opened session = SessionHandler(request).openForLong(visitor);
        Caller signedIn = request.caller;
        signedIn.kind = Caller::Kind::Visitor;
        signedIn.visitorId = visitor;
        signedIn.sessionId = session.id;
        signedIn.name = VisitorStore(request.transaction).find(visitor)->name;
        return SignedIn{signedIn, session.token, email};
    };
    m_desk.perform<SignedIn>(api::Effect::Write, caller, work,
                             [done](const Result<SignedIn> &signedIn, const Outbox &) { done(signedIn); });
}

} // namespace deskbell::server
