#pragma once

#include "shared/api/frontdesk.h"

#include <QDate>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QToolButton;

namespace deskbell::console {

class Theme;
class TimeBox;

/// One day on which the week's hours do not hold: which one, what it is called, and when the desk is open after all. In
/// one line where there is room, else in two.
class HolidayRow final : public QWidget
{
    Q_OBJECT

public:
    explicit HolidayRow(const Theme &theme, QWidget *parent = nullptr);

    void setHoliday(const api::Holiday &holiday);
    api::Holiday holiday() const;
    QDate date() const;
    /// A day before this one fades.
    void setToday(const QDate &today);
    /// What the server has against it; empty: nothing.
    void setProblem(const QString &problem);
    bool hasProblem() const;
    /// In the order in which one comes through them.
    QList<QWidget *> controls() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();
    /// Another day stands there, and nobody is typing at it.
    void dateSettled();
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeDay();
    QWidget *makeHours();
    void nameControls();
    void settle();

    const Theme &m_theme;
    QDateEdit *m_date;
    QLabel *m_weekday;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QWidget *m_stretch;
    TimeBox *m_from;
    TimeBox *m_to;
    QToolButton *m_remove;
    QLabel *m_problem;
    QBoxLayout *m_line;
    QDate m_today;
};

} // namespace deskbell::console
