#include "console/translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace deskbell::console {

namespace {

const QString folder = QStringLiteral(":/deskbell/translations");
const QString english = QStringLiteral("en");

QString ofTheDesktop()
{
    const QStringList known = Translation::languages();
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &each : wanted) {
        QString code = each.section(QLatin1Char('-'), 0, 0);
        if (known.contains(code))
            return code;
    }
    return english;
}

} // namespace

Translation::Translation(const QString &language)
    : m_language(languages().contains(language) ? language : ofTheDesktop())
{
    const QString file = QStringLiteral("console_%1").arg(m_language);
    if (m_words.load(file, folder))
        QCoreApplication::installTranslator(&m_words);
    const QString own = QStringLiteral("qtbase_%1").arg(m_language);
    if (m_toolkit.load(own, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_toolkit);
    if (qGuiApp)
        QGuiApplication::setLayoutDirection(QLocale(m_language).textDirection());
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_toolkit);
    QCoreApplication::removeTranslator(&m_words);
}

QStringList Translation::languages()
{
    QStringList codes;
    const QStringList files = QDir(folder).entryList({QStringLiteral("console_*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    return codes;
}

QString Translation::nameOf(const QString &language)
{
    const QLocale locale(language);
    QString name = locale.nativeLanguageName();
    if (name.startsWith(QStringLiteral("American "))) // Qt's idea of plain English
        name = QStringLiteral("English");
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace deskbell::console
