#pragma once

#include "console/writing/spelling.h"

#include <QPointer>
#include <QTimer>

class QMenu;

namespace deskbell::console {

class MessageEdit;
class Theme;

/// Marks what is wrong in a field, and offers what is right: in its menu, and for the next mistake by a key. The word
/// that is being typed is left alone.
class SpellingMarks final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned; the field is its parent.
    SpellingMarks(const Theme &theme, MessageEdit &edit);

    void setSpelling(Spelling &spelling);
    /// The wrong words that are marked now.
    QList<WordSpan> marked() const { return m_marked; }
    /// Goes to the next wrong word, and offers what is right. Nothing happens when all is right.
    void offerNext();

private:
    void refresh();
    void mark();
    void showMenu(int position, const QPoint &at);
    void fillMenu(QMenu &menu, const WordSpan &span, const QString &word, const QStringList &suggestions);
    void replace(const WordSpan &span, const QString &word, const QString &with);
    std::optional<WordSpan> wrongAt(int position) const;
    QString wordOf(const WordSpan &span) const;

    const Theme &m_theme;
    MessageEdit &m_edit;
    QPointer<Spelling> m_spelling;
    QTimer m_soon; // many changes at once are looked at once
    QList<WordSpan> m_marked;
    QString m_seen; // the text of the last look
};

} // namespace deskbell::console
