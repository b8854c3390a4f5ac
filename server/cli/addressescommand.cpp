#include "server/cli/addressescommand.h"

#include "server/desk/administration.h"
#include "server/store/storagefrom.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>

#include <unistd.h>

namespace deskbell::server {

namespace {

/// One line on a terminal that is drawn anew as the work goes on. Where nobody looks there is none.
class ProgressBar
{
public:
    ProgressBar(QTextStream &err, qint64 wholeBytes)
        : m_err(err), m_wholeBytes(std::max<qint64>(1, wholeBytes)), m_isSeen(isatty(STDERR_FILENO) == 1)
    {
        m_sinceDrawn.start();
    }
    void show(qint64 addresses, qint64 bytes)
    {
        if (!m_isSeen || m_sinceDrawn.elapsed() < 100)
            return;
        m_sinceDrawn.restart();
        const int full = int(width * std::min(bytes, m_wholeBytes) / m_wholeBytes);
        m_err << "\r[" << QString(full, u'#') << QString(width - full, u'.') << "] "
              << 100 * std::min(bytes, m_wholeBytes) / m_wholeBytes << " %  " << addresses << " addresses";
        m_err.flush();
    }
    void clear()
    {
        if (m_isSeen)
            m_err << "\r\033[K";
        m_err.flush();
    }

private:
    static constexpr int width = 40;
    QTextStream &m_err;
    const qint64 m_wholeBytes;
    const bool m_isSeen;
    QElapsedTimer m_sinceDrawn;
};

} // namespace

QStringList AddressesCommand::forms() const
{
    return {QStringLiteral("addresses import FILE.csv")};
}

ExitCode AddressesCommand::run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &,
                               const Settings &settings, Terminal &terminal)
{
    if (arguments.size() != 2 || arguments.first() != QLatin1String("import"))
        return ExitCode::Usage;
    QFile file(arguments.at(1));
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            terminal,
            {ErrorCode::Internal, QStringLiteral("Cannot read %1: %2").arg(arguments.at(1), file.errorString())});
    const SystemClock clock;
    const auto desk = Administration::open(storageFrom(settings), clock);
    if (!desk)
        return fail(terminal, desk.error());
    ProgressBar bar(terminal.err, file.size());
    const auto imported =
        (*desk)->importAddresses(file, [&bar](qint64 addresses, qint64 bytes) { bar.show(addresses, bytes); });
    bar.clear();
    if (!imported)
        return fail(terminal, imported.error());
    if (parser.isSet(QStringLiteral("json")))
        terminal.out << "{\"imported\":" << *imported << "}\n";
    else
        terminal.out << "Imported " << *imported << " addresses. They take the place of those that were there.\n";
    return ExitCode::Success;
}

} // namespace deskbell::server
