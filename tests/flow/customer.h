#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace deskbell::tests {

/// The customer: a real browser with the demo page, directed through customer.mjs. While a direction is carried out
/// this program's own events go on, so that the console beside it lives.
class Customer : public QObject
{
    Q_OBJECT

public:
    /// Opens the page.
    explicit Customer(const QUrl &page);
    ~Customer() override;

    /// What the direction answered; undefined, with a warning, if it failed.
    QJsonValue tell(const QString &what, QJsonObject how = {});
    bool does(const QString &what, const QJsonObject &how = {}) { return !tell(what, how).isUndefined(); }
    bool isThere() { return !read().isUndefined(); }

private:
    QJsonValue read();
    QProcess m_browser;
};

} // namespace deskbell::tests
