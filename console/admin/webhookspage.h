#pragma once

#include "console/admin/recordpage.h"

class QLabel;
class QLineEdit;

namespace deskbell::console {

class CheckList;
class SecretBox;

/// Addresses that are told of events by HTTP.
class WebhooksPage final : public RecordPage
{
    Q_OBJECT

public:
    explicit WebhooksPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    QList<AdminRow> rows() const override;
    QByteArray content(const QString &id) const override;
    void fill(const QString &id) override;
    void save(const QString &id) override;
    void settle() override;

private:
    const api::Webhook *find(const QString &id) const;
    void askToDelete();

    QList<api::Webhook> m_webhooks;
    QLineEdit *m_url;
    CheckList *m_events;
    SecretBox *m_secret;
    QString m_secretOf; // the webhook whose secret is in sight
    QPushButton *m_delete;
};

} // namespace deskbell::console
