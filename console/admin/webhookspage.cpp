#include "console/admin/webhookspage.h"

#include "console/admin/checklist.h"
#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/admin/secretbox.h"
#include "console/dialogs/questions.h"
#include "console/models/wording.h"
#include "shared/api/catalogue.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace deskbell::console {

namespace {

/// What is of the moment reaches no webhook.
QList<std::pair<QString, QString>> tellableEvents()
{
    QList<std::pair<QString, QString>> names;
    api::forEachAlternative<api::Event>([&]<class E>() {
        const auto name = QString::fromLatin1(E::name.data(), qsizetype(E::name.size()));
        const bool live =
            std::is_same_v<
                E, api::TypingChanged> || std::is_same_v<E, api::PresenceChanged> || std::is_same_v<E, api::Identity>;
        if (!live)
            names.append({name, name});
    });
    return names;
}

} // namespace

WebhooksPage::WebhooksPage(const AdminContext &context, QWidget *parent)
    : RecordsPage(context,
                  {QStringLiteral("webhooks"), QStringLiteral("webhook"), tr("Webhooks"),
                   tr("Other servers that are told by HTTP of what happens at the desk.")},
                  {tr("Add webhook"), tr("New webhook"), tr("No webhooks yet"),
                   tr("A customer database or a team chat can hear of every chat that begins.")},
                  parent),
      m_url(panel().form().addText(QStringLiteral("url"), tr("Address"))),
      m_events(panel().form().addCheckList(QStringLiteral("events"), tr("Events"), {})),
      m_secret(new SecretBox(context.theme, title().name, this)),
      m_delete(panel().addAction(named("DeleteButton"), tr("Delete …")))
{
    m_url->setPlaceholderText(QStringLiteral("https://crm.example.com/deskbell"));
    m_events->setChoices(tellableEvents());
    m_hint = panel().form().addHint({});
    panel().form().addWide(m_secret);
    connect(m_delete, &QPushButton::clicked, this, &WebhooksPage::askToDelete);
}

void WebhooksPage::load()
{
    askToShow(api::WebhookList{}, [this](const api::WebhookListAnswer &answer) {
        m_webhooks = answer.webhooks;
        refresh();
    });
}

const QList<api::Webhook> &WebhooksPage::records() const
{
    return m_webhooks;
}

AdminRow WebhooksPage::row(const api::Webhook &webhook) const
{
    const QString count =
        webhook.events.isEmpty() ? tr("everything") : tr("%n event(s)", nullptr, int(webhook.events.size()));
    return {webhook.id.toString(), QUrl(webhook.url).host(), webhook.url, count, QStringLiteral("webhook")};
}

void WebhooksPage::fillWith(const api::Webhook *found)
{
    m_url->setText(found ? found->url : QString());
    m_url->setReadOnly(found);
    showEvents(found);
    m_hint->setText(found ? tr("What it is told is signed with its secret. It cannot be changed: add another one, and "
                               "delete this.")
                          : tr("With no mark it hears of everything. What it is told is signed with its secret."));
    if (!found || m_secretOf != found->id.toString()) {
        m_secretOf.clear();
        m_secret->clear();
    }
    m_delete->setVisible(found);
    panel().setSaveVisible(!found);
    panel().setSaveText(tr("Add"));
}

/// One that was asked for everything shows all of it.
void WebhooksPage::showEvents(const api::Webhook *found)
{
    QStringList checked = found ? QStringList(found->events) : QStringList();
    if (found && checked.isEmpty()) {
        for (const auto &[event, words] : tellableEvents())
            checked.append(event);
    }
    m_events->setChecked(checked);
    m_events->setEnabled(!found);
}

void WebhooksPage::save(const QString &)
{
    ask(api::WebhookCreate{m_url->text().trimmed(), m_events->checked()},
        [this](const Result<api::WebhookCreateAnswer> &answer) {
            if (!answer)
                return takeRefused(answer.error());
            m_webhooks.append(answer->webhook);
            m_secretOf = answer->webhook.id.toString();
            takeSaved(m_secretOf);
            panel().sayNothing();
            m_secret->show(tr("Copy this secret now. It is not shown again."), answer->secret);
        });
}

void WebhooksPage::askToDelete()
{
    const api::Webhook *found = find(openId());
    if (!found)
        return;
    const WebhookId id = found->id;
    context().questions.askConfirmation(
        this,
        {QStringLiteral("deleteWebhook"), tr("Delete the webhook to %1?").arg(QUrl(found->url).host()),
         tr("What it has not been told of yet goes with it. This cannot be undone."), tr("Delete"), tr("Cancel")},
        [this, id] {
            ask(api::WebhookDelete{id}, [this, id](const Result<Nothing> &answer) {
                if (!answer)
                    return takeRefused(answer.error());
                m_webhooks.removeIf([&](const api::Webhook &each) { return each.id == id; });
                takeRemoved();
            });
        });
}

} // namespace deskbell::console
