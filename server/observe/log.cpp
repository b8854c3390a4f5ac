#include "server/observe/log.h"

#include "shared/clock.h"
#include "shared/json/writer.h"

#include <QDir>
#include <QHash>
#include <QMutex>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>

namespace deskbell::server {

namespace {

constexpr size_t fileBytes = 10 * 1024 * 1024;
constexpr size_t filesKept = 5;
constexpr int linesPerSecond = 100; // of one category and place: a flood of bad input must not become a flood of lines

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    Q_UNREACHABLE();
}

/// Control characters would let a client write lines of its own into a terminal.
QString printable(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control)
            safe += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            safe += c;
    }
    return safe;
}

QByteArray jsonLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const auto level = spdlog::level::to_string_view(levelOf(type));
    QByteArray line;
    json::Writer writer(line);
    writer.beginObject();
    writer.key("time");
    writer.string(SystemClock().now().toString());
    writer.key("level");
    writer.utf8({level.data(), qsizetype(level.size())});
    writer.key("category");
    writer.string(QString::fromLatin1(context.category));
    writer.key("message");
    writer.string(text);
    writer.endObject();
    return line;
}

} // namespace

struct Log::Sinks
{
    std::shared_ptr<spdlog::logger> terminal;
    std::shared_ptr<spdlog::logger> files; // null without a folder
    QtMessageHandler previous = nullptr;

    QMutex mutex; // guards the two below
    QHash<QByteArray, int> linesThisSecond;
    qint64 second = 0;

    /// Whether the line may pass.
    bool admit(const QMessageLogContext &context)
    {
        const QMutexLocker locker(&mutex);
        const qint64 now = SystemClock().monotonicMs() / 1000;
        if (now != second) {
            second = now;
            linesThisSecond.clear();
        }
        return ++linesThisSecond[QByteArray(context.category) + ':' + QByteArray::number(context.line)]
            <= linesPerSecond;
    }
};

namespace {

std::atomic<Log::Sinks *> current = nullptr;

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    Log::Sinks *sinks = current.load();
    if (!sinks || !sinks->admit(context))
        return;
    const auto level = levelOf(type);
    sinks->terminal->log(level, "{}", printable(text).toStdString());
    if (sinks->files)
        sinks->files->log(level, "{}", jsonLine(type, context, text).toStdString());
}

/// Throws spdlog_ex.
std::shared_ptr<spdlog::logger> openFiles(const QString &folder, spdlog::level::level_enum threshold)
{
    const auto sink = [&](const char *name) {
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QDir(folder).filePath(QString::fromLatin1(name)).toStdString(), fileBytes, filesKept);
    };
    const auto errors = sink("error.log");
    errors->set_level(spdlog::level::warn);
    auto files = std::make_shared<spdlog::logger>("files", spdlog::sinks_init_list{sink("app.log"), errors});
    files->set_pattern("%v");
    files->set_level(threshold);
    files->flush_on(spdlog::level::info);
    return files;
}

} // namespace

Log::Log(const QString &dataFolder, const QString &level) : m_sinks(std::make_unique<Sinks>())
{
    const auto threshold = spdlog::level::from_str(level == QLatin1String("error") ? "err" : level.toStdString());
    m_sinks->terminal = std::make_shared<spdlog::logger>("terminal", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    m_sinks->terminal->set_pattern("%Y-%m-%d %H:%M:%S.%e %-7l %v");
    m_sinks->terminal->set_level(threshold);
    QString trouble;
    const QString folder = QDir(dataFolder).filePath(QStringLiteral("logs"));
    // Where no folder can be made, whoever needs the data folder says so.
    if (!dataFolder.isEmpty() && QDir().mkpath(folder)) {
        try {
            m_sinks->files = openFiles(folder, threshold);
        } catch (const spdlog::spdlog_ex &exception) {
            trouble = QString::fromUtf8(exception.what());
        }
    }
    current = m_sinks.get();
    m_sinks->previous = qInstallMessageHandler(handleMessage);
    if (!trouble.isEmpty())
        qWarning("Logging to standard error alone: %s", qPrintable(trouble));
}

Log::~Log()
{
    qInstallMessageHandler(m_sinks->previous);
    current = nullptr;
}

} // namespace deskbell::server
