#pragma once

#include "console/admin/recordpage.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace deskbell::console {

class SecretBox;

/// Other programs' ways in: made, told once, revoked.
class ApiKeysPage final : public RecordPage
{
    Q_OBJECT

public:
    explicit ApiKeysPage(const AdminContext &context, QWidget *parent = nullptr);

    void discard() override;

protected:
    void load() override;
    QList<AdminRow> rows() const override;
    QByteArray content(const QString &id) const override;
    void fill(const QString &id) override;
    void save(const QString &id) override;
    void settle() override;

private:
    const api::ApiKey *find(const QString &id) const;
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
