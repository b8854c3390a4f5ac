#include "tests/flow/customer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace deskbell::tests {

namespace {

constexpr int limitMs = 60'000; // a browser takes its time to start on a loaded machine

} // namespace

Customer::Customer(const QUrl &page)
{
    m_browser.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_browser.start(QStringLiteral("node"),
                    {QStringLiteral(DESKBELL_SOURCE_DIR "/tests/flow/customer.mjs"), page.toString()});
}

Customer::~Customer()
{
    m_browser.closeWriteChannel();
    m_browser.waitForFinished(limitMs);
}

QJsonValue Customer::tell(const QString &what, QJsonObject how)
{
    how.insert(QStringLiteral("do"), what);
    m_browser.write(QJsonDocument(how).toJson(QJsonDocument::Compact) + '\n');
    return read();
}

QJsonValue Customer::read()
{
    if (!QTest::qWaitFor([this] { return m_browser.canReadLine(); }, limitMs)) {
        qWarning("The browser does not answer.");
        return QJsonValue::Undefined;
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_browser.readLine()).object();
    if (answer.contains(QStringLiteral("error")))
        qWarning("%s", qPrintable(answer.value(QStringLiteral("error")).toString()));
    return answer.value(QStringLiteral("ok"));
}

} // namespace deskbell::tests
