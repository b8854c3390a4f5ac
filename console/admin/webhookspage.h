#pragma once

#include "console/admin/recordspage.h"

class QLabel;
class QLineEdit;

namespace deskbell::console {

class CheckList;
class SecretBox;

/// Addresses that are told of events by HTTP.
class WebhooksPage final : public RecordsPage<api::Webhook>
{
    Q_OBJECT

public:
    explicit WebhooksPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    const QList<api::Webhook> &records() const override;
    AdminRow row(const api::Webhook &webhook) const override;
    void fillWith(const api::Webhook *found) override;
    void save(const QString &id) override;

private:
    void showEvents(const api::Webhook *found);
    void askToDelete();

    QList<api::Webhook> m_webhooks;
    QLineEdit *m_url;
    CheckList *m_events;
    QLabel *m_hint = nullptr;
    SecretBox *m_secret;
    QString m_secretOf; // the webhook whose secret is in sight
    QPushButton *m_delete;
};

} // namespace deskbell::console
