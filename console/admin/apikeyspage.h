#pragma once

#include "console/admin/recordspage.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace deskbell::console {

class SecretBox;

/// Other programs' ways in: made, told once, revoked.
class ApiKeysPage final : public RecordsPage<api::ApiKey>
{
    Q_OBJECT

public:
    explicit ApiKeysPage(const AdminContext &context, QWidget *parent = nullptr);

    void discard() override;

protected:
    void load() override;
    const QList<api::ApiKey> &records() const override;
    AdminRow row(const api::ApiKey &key) const override;
    void fillWith(const api::ApiKey *found) override;
    void save(const QString &id) override;

private:
    void put(const api::ApiKey &key);
    void askToRevoke();

    QList<api::ApiKey> m_keys; // as the server lists them
    QLineEdit *m_name;
    QComboBox *m_role;
    QLabel *m_story;
    SecretBox *m_secret;
    QString m_secretOf; // the key whose secret is in sight
    QPushButton *m_revoke;
};

} // namespace deskbell::console
