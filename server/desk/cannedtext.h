#pragma once

#include <QHash>
#include <QStringList>

namespace deskbell::server {

/// A text with variables such as {{visitor.name}}.
class CannedText
{
public:
    explicit CannedText(QString text) : m_text(std::move(text)) { }

    static const QStringList &knownVariables();
    /// Names in braces that nobody knows: most likely spelled wrongly.
    QStringList unknownVariables() const;
    /// What has no value is left empty; a value is never looked through for variables again.
    QString filled(const QHash<QString, QString> &values) const;

private:
    const QString m_text;
};

} // namespace deskbell::server
