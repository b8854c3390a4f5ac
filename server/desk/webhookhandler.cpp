#include "server/desk/webhookhandler.h"

#include "server/desk/audithandler.h"
#include "server/security/secrettoken.h"
#include "server/store/webhookstore.h"

#include <QSet>
#include <QUrl>

namespace deskbell::server {

namespace {

constexpr qsizetype mostWebhooks = 50;

/// The events that stay true: who types and who is there is old news by the time that it arrives.
const QSet<QString> &events()
{
    static const QSet<QString> all = [] {
        QSet<QString> names;
        api::forEachAlternative<api::Event>([&]<class Event>() {
            names.insert(QString::fromLatin1(Event::name.data(), qsizetype(Event::name.size())));
        });
        for (const std::string_view live : {api::TypingChanged::name, api::PresenceChanged::name, api::Identity::name})
            names.remove(QString::fromLatin1(live.data(), qsizetype(live.size())));
        return names;
    }();
    return all;
}

/// A visitor is told less of some things than the desk is; webhooks are told what the desk is told.
bool isForVisitorsAlone(const Published &event)
{
    return std::all_of(event.rooms.begin(), event.rooms.end(),
                       [](const QByteArray &room) { return room.startsWith("visitor:"); });
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment();
}

} // namespace

Result<api::WebhookCreateAnswer> WebhookHandler::handle(const api::WebhookCreate &command)
{
    if (!isAddress(command.url))
        return Error::invalid(QStringLiteral("url"),
                              QStringLiteral("must be an http or https address without a password"));
    for (qsizetype i = 0; i < command.events.size(); ++i) {
        if (!events().contains(command.events[i]))
            return Error::invalid(QStringLiteral("events.%1").arg(i),
                                  QStringLiteral("must be the name of an event that webhooks are told of"));
    }
    WebhookStore webhooks(m_request.transaction);
    if (webhooks.all().size() >= mostWebhooks)
        return Error::invalid(QString(), QStringLiteral("there are %1 webhooks already").arg(mostWebhooks));
    const api::WebhookCreateAnswer answer{{WebhookId::generate(), command.url, command.events, m_request.now},
                                          SecretToken::generate().reveal()};
    webhooks.create(answer.webhook, answer.secret);
    // The host alone: the rest of an address may be a secret of its own.
    AuditHandler(m_request).record("webhook.created", answer.webhook.id.toString(), QUrl(command.url).host());
    return answer;
}

Result<api::WebhookListAnswer> WebhookHandler::handle(const api::WebhookList &)
{
    return api::WebhookListAnswer{WebhookStore(m_request.transaction).all()};
}

Result<Nothing> WebhookHandler::handle(const api::WebhookDelete &command)
{
    if (!WebhookStore(m_request.transaction).remove(command.webhookId))
        return Error(ErrorCode::NotFound, QStringLiteral("No webhook with this id."));
    AuditHandler(m_request).record("webhook.deleted", command.webhookId.toString());
    return Nothing{};
}

void WebhookHandler::record(Request &request)
{
    if (request.transaction.mode() != Transaction::Mode::Write)
        return;
    WebhookStore webhooks(request.transaction);
    for (const Published &event : request.outbox.events()) {
        const QString name = QString::fromLatin1(event.name);
        if (events().contains(name) && !isForVisitorsAlone(event))
            webhooks.record(name, event.json, request.now);
    }
}

} // namespace deskbell::server
