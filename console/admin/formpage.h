#pragma once

#include "console/admin/recordpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace deskbell::console {

/// What visitors are asked before a chat: fields in an order.
class FormPage final : public RecordPage
{
    Q_OBJECT

public:
    explicit FormPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    QList<AdminRow> rows() const override;
    QByteArray content(const QString &id) const override;
    void fill(const QString &id) override;
    void save(const QString &id) override;
    void settle() override;

private:
    QList<api::FormField> fields() const;
    api::FormField typed(const QString &id) const;
    void settleKind();
    void put(const QList<api::FormField> &fields, const QString &open);
    Error atItsField(Error error) const;
    void move(int by);
    void askToRemove();

    QComboBox *m_kind;
    QLineEdit *m_label;
    QPlainTextEdit *m_choices;
    QCheckBox *m_required;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace deskbell::console
