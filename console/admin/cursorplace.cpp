#include "console/admin/cursorplace.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace deskbell::console {

CursorPlace::CursorPlace(const QWidget &form)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !form.isAncestorOf(focus))
        return;
    m_text = qobject_cast<QPlainTextEdit *>(focus);
    m_line = qobject_cast<QLineEdit *>(focus);
    if (!m_text && !m_line)
        m_line = focus->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly); // of a box
    m_position = m_text ? m_text->textCursor().position() : m_line ? m_line->cursorPosition() : 0;
}

void CursorPlace::restore() const
{
    if (m_line)
        m_line->setCursorPosition(m_position);
    if (!m_text)
        return;
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(std::min(m_position, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
}

} // namespace deskbell::console
