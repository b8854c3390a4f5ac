#pragma once

#include <QPointer>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace deskbell::console {

/// Where somebody is typing in a form, to go on there after its texts were put in anew.
class CursorPlace
{
public:
    explicit CursorPlace(const QWidget &form);

    void restore() const;

private:
    QPointer<QPlainTextEdit> m_text;
    QPointer<QLineEdit> m_line;
    int m_position = 0;
};

} // namespace deskbell::console
