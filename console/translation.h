#pragma once

#include <QStringList>
#include <QTranslator>

namespace deskbell::console {

/// The words of one language, lent to the application for as long as this lives. The words in the code are English;
/// even that has a file, which knows one from many. Make it before any window.
class Translation
{
public:
    /// `language` is a code such as "de"; empty for the first of the desktop's languages that there is.
    explicit Translation(const QString &language = {});
    ~Translation();
    Q_DISABLE_COPY_MOVE(Translation)

    const QString &language() const { return m_language; }
    /// The codes of all that the program carries.
    static QStringList languages();
    /// What its speakers call it.
    static QString nameOf(const QString &language);

private:
    QString m_language;
    QTranslator m_words;
    QTranslator m_toolkit; // Qt's own few, such as "Copy" in the menu of a field
};

} // namespace deskbell::console
