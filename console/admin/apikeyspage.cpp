#include "console/admin/apikeyspage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/admin/secretbox.h"
#include "console/dialogs/questions.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace deskbell::console {

ApiKeysPage::ApiKeysPage(const AdminContext &context, QWidget *parent)
    : RecordsPage(context,
                  {QStringLiteral("apikeys"), QStringLiteral("key"), tr("API keys"),
                   tr("Other programs sign in with a key. Each can be revoked on its own.")},
                  {tr("Make key"), tr("New API key"), tr("No API keys yet"),
                   tr("A shop or a website that speaks to the desk needs one.")},
                  parent),
      m_name(panel().form().addText(QStringLiteral("name"), tr("Name"))),
      m_role(panel().form().addChoice(QStringLiteral("role"), tr("It may do"),
                                      {tr("what operators may"), tr("what admins may")})),
      m_story(panel().form().addHint({})), m_secret(new SecretBox(context.theme, title().name, this)),
      m_revoke(panel().addAction(named("RevokeButton"), tr("Revoke …")))
{
    m_name->setPlaceholderText(tr("which program it is for"));
    m_story->setObjectName(named("StoryLabel"));
    panel().form().addWide(m_secret);
    connect(m_revoke, &QPushButton::clicked, this, &ApiKeysPage::askToRevoke);
}

void ApiKeysPage::discard()
{
    m_secretOf.clear();
    RecordsPage::discard();
}

void ApiKeysPage::load()
{
    askToShow(api::ApiKeyList{}, [this](const api::ApiKeyListAnswer &answer) {
        m_keys = answer.keys;
        refresh();
    });
}

const QList<api::ApiKey> &ApiKeysPage::records() const
{
    return m_keys;
}

AdminRow ApiKeysPage::row(const api::ApiKey &key) const
{
    const QString since = tr("since %1").arg(fullTimeText(key.createdAt));
    const QString note = key.revokedAt         ? tr("revoked")
        : key.role == api::OperatorRole::Admin ? tr("admin")
                                               : tr("operator");
    return {key.id.toString(), oneLine(key.name),        since, note, QStringLiteral("key"),
            Presence::None,    key.revokedAt.has_value()};
}

void ApiKeysPage::fillWith(const api::ApiKey *found)
{
    m_name->setText(found ? found->name : QString());
    m_role->setCurrentIndex(int(found ? found->role : api::OperatorRole::Operator));
    m_name->setReadOnly(found);
    m_role->setEnabled(!found);
    m_story->setText(!found ? tr("Its secret is shown once, when it is made.")
                         : found->revokedAt
                         ? tr("Revoked on %1. Nobody can sign in with it.").arg(fullTimeText(*found->revokedAt))
                         : tr("Made on %1.").arg(fullTimeText(found->createdAt)));
    if (!found || m_secretOf != found->id.toString()) {
        m_secretOf.clear();
        m_secret->clear();
    }
    m_revoke->setVisible(found && !found->revokedAt);
    panel().setSaveVisible(!found);
    panel().setSaveText(tr("Make key"));
}

void ApiKeysPage::save(const QString &)
{
    const api::ApiKeyCreate wanted{m_name->text().trimmed(), api::OperatorRole(m_role->currentIndex())};
    ask(wanted, [this](const Result<api::ApiKeyCreateAnswer> &answer) {
        if (!answer)
            return takeRefused(answer.error(),
                               answer.error().code == ErrorCode::ApiKeyExists ? QStringLiteral("name") : QString());
        m_keys.prepend(answer->key);
        m_secretOf = answer->key.id.toString();
        takeSaved(m_secretOf);
        panel().sayNothing();
        m_secret->show(tr("Copy this key now. It is not shown again."), answer->apiKey);
    });
}

void ApiKeysPage::put(const api::ApiKey &key)
{
    for (api::ApiKey &each : m_keys) {
        if (each.id == key.id)
            each = key;
    }
}

void ApiKeysPage::askToRevoke()
{
    const api::ApiKey *found = find(openId());
    if (!found)
        return;
    const ApiKeyId id = found->id;
    context().questions.askConfirmation(this,
                                        {QStringLiteral("revoke"), tr("Revoke the key %1?").arg(oneLine(found->name)),
                                         tr("Programs that use it are cut off at once. This cannot be undone."),
                                         tr("Revoke"), tr("Cancel")},
                                        [this, id] {
                                            ask(api::ApiKeyRevoke{id}, [this](const Result<api::ApiKey> &answer) {
                                                if (!answer)
                                                    return takeRefused(answer.error());
                                                put(*answer);
                                                m_secretOf.clear();
                                                takeSaved(answer->id.toString());
                                                panel().saySaved(tr("Revoked"));
                                            });
                                        });
}

} // namespace deskbell::console
