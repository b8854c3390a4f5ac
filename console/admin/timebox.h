#pragma once

#include <QComboBox>

namespace deskbell::console {

/// A time of day, chosen by the half hour or typed: "9:00" is what people type, and "09:00" what the desk keeps.
class TimeBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit TimeBox(QWidget *parent = nullptr);

    QString time() const;
    void setTime(const QString &time) { setEditText(time); }
};

} // namespace deskbell::console
